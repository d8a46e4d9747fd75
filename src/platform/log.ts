import { pino } from 'pino'

/** Structured lines without personal data: ids, addresses' patterns, durations and names of errors only. */
export const log = pino(
  {
    level: process.env.OPENPHB_LOG ?? (process.env.OPENPHB_EMBEDDED === '1' ? 'warn' : 'info'),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  },
  pino.destination({ dest: 2, sync: false }),
)

export type Log = Pick<typeof log, 'info' | 'warn' | 'error'>

const linesOf = (stack: string): string =>
  stack
    .split('\n')
    .filter(line => /^\s+at [^\n]*:\d+:\d+\)?$/.test(line))
    .slice(0, 5)
    .map(line => line.trim())
    .join(' < ')

/**
 * An error as it may be logged: its class and where, never its message (which may hold what somebody typed,
 * on several lines).
 */
export const nameOfError = (
  error: unknown,
): { error: string; code: string | null; where: string | null } => ({
  error: error instanceof Error ? error.name : 'thrown value',
  code: error instanceof Error && 'code' in error ? String(error.code) : null,
  where: error instanceof Error ? linesOf(error.stack ?? '') : null,
})
