import type { FastifyRequest } from 'fastify'
import type { Asked, SentFile, Typed } from '../route.ts'

const mostFiles = 5
export const largestFile = 20 * 1024 * 1024
const limits = { files: mostFiles, fileSize: largestFile, fields: 500, parts: 505, fieldSize: 1_048_576 }

/** A file was too large or there were too many: said at the field, not as an error page. */
export class FileTooLarge extends Error {}

/** Texts by name, in an object without a prototype, so that no name means anything but itself. */
function texts(source: unknown): Record<string, string | readonly string[]> {
  const typed: Record<string, string | readonly string[]> = Object.create(null)
  for (const [name, value] of Object.entries((source ?? {}) as Record<string, unknown>)) {
    if (name === '__proto__') continue
    typed[name] = Array.isArray(value) ? value.map(String) : String(value ?? '')
  }
  return typed
}

/** No address holds a NUL, which no database takes. */
const address = (source: unknown): Typed =>
  Object.fromEntries(
    Object.entries(texts(source)).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('\0', '') : value.map(one => one.replaceAll('\0', '')),
    ]),
  )

/**
 * Reads address, query, form and files into one value. Nothing here trusts what came. Files are taken into
 * memory only for somebody who may send them.
 */
export async function readAsked(
  request: FastifyRequest,
  { takesFiles }: { takesFiles: boolean },
): Promise<Asked> {
  const base = {
    at: address(request.params) as Readonly<Record<string, string>>,
    query: address(request.query),
    address: request.url,
    headers: {
      cookie: request.headers.cookie,
      'user-agent': request.headers['user-agent'],
      origin: request.headers.origin,
    },
  }
  if (!request.isMultipart()) return { ...base, form: texts(request.body), files: [] }
  const form: Record<string, string | string[]> = Object.create(null)
  const files: SentFile[] = []
  let tooLarge = false
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      if (!takesFiles) part.file.resume()
      const bytes = takesFiles ? await part.toBuffer() : new Uint8Array()
      tooLarge ||= part.file.truncated
      if (part.filename && takesFiles)
        files.push({ field: part.fieldname, name: part.filename, kind: part.mimetype, bytes })
      continue
    }
    tooLarge ||= part.valueTruncated
    const before = form[part.fieldname]
    const value = typeof part.value === 'string' ? part.value : ''
    form[part.fieldname] =
      before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  if (tooLarge) throw new FileTooLarge()
  return { ...base, form, files }
}
