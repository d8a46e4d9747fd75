import type { FastifyRequest } from 'fastify'
import type { Asked, SentFile, Typed } from '../route.ts'

const mostFiles = 5
export const largestFile = 20 * 1024 * 1024

/** A file was too large or there were too many: said at the field, not as an error page. */
export class FileTooLarge extends Error {}

function texts(source: unknown): Typed {
  const typed: Record<string, string | readonly string[]> = Object.create(null)
  for (const [name, value] of Object.entries((source ?? {}) as Record<string, unknown>)) {
    if (name === '__proto__') continue
    typed[name] = Array.isArray(value) ? value.map(String) : String(value ?? '')
  }
  return typed
}

/** Reads address, query, form and files into one value. Nothing here trusts what came. */
export async function readAsked(request: FastifyRequest): Promise<Asked> {
  const base = {
    at: texts(request.params) as Readonly<Record<string, string>>,
    query: texts(request.query),
    address: request.url,
    headers: { cookie: request.headers.cookie, 'user-agent': request.headers['user-agent'], origin: request.headers.origin },
  }
  if (!request.isMultipart()) return { ...base, form: texts(request.body), files: [] }
  const form: Record<string, string | string[]> = Object.create(null)
  const files: SentFile[] = []
  for await (const part of request.parts({ limits: { files: mostFiles, fileSize: largestFile, fields: 500 } })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer().catch(() => { throw new FileTooLarge() })
      if (part.filename) files.push({ field: part.fieldname, name: part.filename, kind: part.mimetype, bytes })
      continue
    }
    const before = form[part.fieldname]
    const value = String(part.value ?? '')
    form[part.fieldname] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return { ...base, form, files }
}
