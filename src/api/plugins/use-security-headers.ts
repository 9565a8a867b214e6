import type { Plugin } from 'graphql-yoga'
import { securityHeaders } from '../security-headers.ts'

export function useSecurityHeaders(): Plugin {
  return {
    onResponse({ response }) {
      const headers = securityHeaders(response.headers.get('content-type') ?? '')
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
    },
  }
}
