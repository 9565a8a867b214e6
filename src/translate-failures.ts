/** The same port, with every failure of its methods passed through `translate` before the caller sees it. */
export function translateFailures<Port extends object>(port: Port, translate: (error: unknown) => unknown): Port {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return async (...given: unknown[]) => {
        try {
          return await member.apply(target, given)
        } catch (error) {
          throw translate(error)
        }
      }
    },
  })
}
