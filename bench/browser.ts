import http from 'node:http'

export type Got = {
  readonly status: number
  readonly kind: string
  readonly to: string | null
  readonly body: string
  /** Milliseconds from the question to the last byte. */
  readonly took: number
}

const patience = 20_000
const nothing = { status: 599, kind: '', to: null, body: '' }

/** One client over one connection that is kept open, with its cookies. */
export class Browser {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  private readonly cookies = new Map<string, string>()
  private readonly base: string

  constructor(base: string) {
    this.base = base
  }

  get(address: string): Promise<Got> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const began = performance.now()
    return new Promise(resolve => {
      const asked = http.get(
        new URL(address, this.base),
        { agent: this.agent, headers: { cookie } },
        answer => {
          const parts: Buffer[] = []
          answer.on('data', part => parts.push(part))
          answer.on('error', () => resolve({ ...nothing, took: performance.now() - began }))
          answer.on('end', () => {
            const took = performance.now() - began
            this.keep(answer.headers['set-cookie'] ?? [])
            resolve({
              status: answer.statusCode ?? 0,
              kind: answer.headers['content-type'] ?? '',
              to: answer.headers.location ?? null,
              body: Buffer.concat(parts).toString('utf8'),
              took,
            })
          })
        },
      )
      asked.setTimeout(patience, () => asked.destroy())
      // A page that does not come is a finding, not the end of the walk.
      asked.on('error', () => resolve({ ...nothing, took: performance.now() - began }))
    })
  }

  private keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s)
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }

  close(): void {
    this.agent.destroy()
  }
}
