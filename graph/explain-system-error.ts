const REASONS: Record<string, string> = {
  EACCES: 'this user may not. Change the rights (chmod, chown) of it and of the folders above it',
  EPERM: 'this user may not. Change the rights (chmod, chown) of it and of the folders above it',
  ENOENT: 'there is no such file or folder. Check the spelling, and quote names with spaces',
  ENOTDIR: 'a part of its path is a file, where a folder is needed. Check the path',
  EEXIST: 'something else of that name is in its place. Move that away or choose another name',
  EISDIR: 'it is a folder, where a file is needed. Name a file',
  ENOTEMPTY: 'it is a folder that is not empty. Choose another name',
  ELOOP: 'its symbolic links lead in a circle. Mend or remove them',
  ENAMETOOLONG: 'its name is longer than the file system allows. Shorten it',
  EROFS: 'its file system may only be read. Choose another place or mount it for writing',
  EXDEV: 'its parts lie on different file systems. Choose a place on one of them',
  EMFILE: 'too many files are open. Raise the limit (ulimit -n)',
  ENFILE: 'too many files are open on this machine. Close some programs',
  EBUSY: 'another program holds it. Close that and try again',
  EIO: 'the disk reports a fault. Check it',
  ESTALE: 'the network folder went away under it. Mount it again',
  ETIMEDOUT: 'its network folder does not answer. Check the connection',
}
/** No room: of the disk, of the user's quota, of the limit on one file (`ulimit -f`). */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Whether the operating system refused for want of room. */
export function isFull(error: unknown): boolean {
  return FULL.has(codeOf(error) ?? '')
}

/**
 * What an error of the operating system means and how to mend it, to stand after a colon, without a full stop:
 * `${path} cannot be read: ${reason}.` Anything else gives its message.
 */
export function explainSystemError(error: unknown): string {
  const code = codeOf(error)
  if (isFull(error)) return 'the disk or the quota is full. Free some space'
  if (code !== undefined) return REASONS[code] ?? `the system refuses with ${code}`
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'syscall' in error ? (error as NodeJS.ErrnoException).code : undefined
  return typeof code === 'string' ? code : undefined
}
