import type { CallToolResult, ToolAnnotations } from '@modelcontextprotocol/sdk/types.js'

/** Said of every tool: it changes nothing and asks nobody outside. */
export const READ_ONLY: ToolAnnotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
}

/** An answer as data, and in words for clients that read text alone. */
export function answerTool(text: string, data: object): CallToolResult {
  return { content: [{ type: 'text', text }], structuredContent: { ...data } }
}

/** Something in the arguments that the assistant can mend. */
export function refuseTool(code: string, message: string): CallToolResult {
  return { content: [{ type: 'text', text: message }], structuredContent: { code, message }, isError: true }
}
