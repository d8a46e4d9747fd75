import http from 'node:http'

export type Got = {
  readonly status: number
  readonly kind: string
  readonly to: string | null
  readonly body: string
  /** Milliseconds from the question to the last byte. */
  readonly took: number
}

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
    return new Promise((resolve, reject) => {
      const asked = http.get(
        new URL(address, this.base),
        { agent: this.agent, headers: { cookie } },
        answer => {
          const parts: Buffer[] = []
          answer.on('data', part => parts.push(part))
          answer.on('error', reject)
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
      asked.setTimeout(60_000, () => asked.destroy(new Error(`${address} gave no answer for a minute`)))
      asked.on('error', reject)
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
