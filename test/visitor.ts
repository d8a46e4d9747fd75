import type { FastifyInstance } from 'fastify'
import { newId } from '../src/kernel/ids.ts'

export type Answered = { readonly status: number; readonly to: string | null; readonly html: string }
export type Form = Readonly<Record<string, string | readonly string[]>>
type Sent = {
  readonly field: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly kind?: string
}

/** A browser without a screen: keeps cookies, carries the tickets of forms, never follows by itself. */
export class Visitor {
  private readonly cookies = new Map<string, string>()
  private readonly server: FastifyInstance
  private csrf = ''

  constructor(server: FastifyInstance) {
    this.server = server
  }

  async get(url: string): Promise<Answered> {
    return this.note(await this.server.inject({ method: 'GET', url, headers: { cookie: this.jar() } }))
  }

  /** Everything this browser would send of itself. */
  jar(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /**
   * Sends a form with the last page's ticket (a page is fetched where there is none) and a key of its own.
   */
  async post(url: string, form: Form = {}, more: Readonly<Record<string, string>> = {}): Promise<Answered> {
    if (this.csrf === '') await this.get('/access/sign-in')
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries({ _csrf: this.csrf, once: newId(), ...form }))
      for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
    const headers = { cookie: this.jar(), 'content-type': 'application/x-www-form-urlencoded', ...more }
    return this.note(await this.server.inject({ method: 'POST', url, payload: body.toString(), headers }))
  }

  /** Sends a form with files. */
  async send(url: string, form: Readonly<Record<string, string>>, files: readonly Sent[]): Promise<Answered> {
    if (this.csrf === '') await this.get('/access/sign-in')
    const body = new FormData()
    for (const [name, value] of Object.entries({ _csrf: this.csrf, once: newId(), ...form }))
      body.append(name, value)
    for (const { field, name, bytes, kind } of files)
      body.append(
        field,
        new Blob([new Uint8Array(bytes)], { type: kind ?? 'application/octet-stream' }),
        name,
      )
    const made = new Request('http://127.0.0.1/', { method: 'POST', body })
    const headers = { cookie: this.jar(), 'content-type': made.headers.get('content-type') ?? '' }
    return this.note(
      await this.server.inject({
        method: 'POST',
        url,
        payload: Buffer.from(await made.arrayBuffer()),
        headers,
      }),
    )
  }

  private note(response: {
    statusCode: number
    headers: Record<string, unknown>
    payload: string
  }): Answered {
    for (const cookie of [response.headers['set-cookie'] ?? []].flat().map(String)) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    this.csrf = /name="_csrf" value="([^"]+)"/.exec(response.payload)?.[1] ?? this.csrf
    const to = response.headers['location']
    return { status: response.statusCode, to: to === undefined ? null : String(to), html: response.payload }
  }
}
