import { z } from 'zod'
import { type Done, done, refused } from '../kernel/answers.ts'
import { type PlainDate, plainDate, readPlainDate } from '../kernel/days.ts'
import { readMoney } from '../kernel/money.ts'
import { places, wheelchairStandings } from './rules/cohorts.ts'
import { exclusions } from './rules/exclusions.ts'
import { cohorts } from './types.ts'

const aDay = z
  .string('is a day, such as 2026-04-06')
  .refine(text => readPlainDate(text) !== null, 'is a day of the calendar, written as 2026-04-06')
  .transform(plainDate)
const aSum = z
  .union([z.string(), z.number()], 'is a sum in pounds, such as "206.00"')
  .transform((sum, context) => {
    const read = readMoney(String(sum))
    if (read !== null && read >= 0n) return read
    context.addIssue('is a sum in pounds, such as "206.00", and not below nought')
    return z.NEVER
  })
const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, `is one of: ${names.join(', ')}`)

const inGroup = {
  detainedUnder: z.string('is the section in quotes, such as "3"').max(10).optional(),
  wheelchair: oneOf(wheelchairStandings).optional(),
  place: oneOf(places).optional(),
}
const list = 'is a list, in square brackets'

const shape = z.strictObject({
  born: aDay.optional(),
  hasCapacity: z.boolean('is true or false').optional(),
  since: aDay.optional(),
  until: aDay.optional(),
  ...inGroup,
  packageFrom: aDay.optional(),
  groups: z
    .array(
      z.strictObject({
        cohort: oneOf(cohorts),
        from: aDay,
        until: aDay.nullable().default(null),
        ...inGroup,
      }),
      list,
    )
    .max(20)
    .default([]),
  orders: z
    .array(
      z.strictObject({
        exclusion: z.enum(exclusions as [string, ...string[]], `is one of: ${exclusions.join(', ')}`),
        from: aDay,
        until: aDay.nullable().default(null),
      }),
      list,
    )
    .max(20)
    .default([]),
  shares: z
    .array(z.strictObject({ funder: oneOf(['nhs', 'council']), weekly: aSum }), list)
    .max(20)
    .default([]),
})

/**
 * The facts of a question about rights, as read. `since` and `until` are the days on the asked pathway
 * itself.
 */
export type ExplainFacts = z.infer<typeof shape>

const known = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? `It may hold: ${Object.keys(shape.shape).join(', ')}.` : ''

function say({ path, message, code, ...issue }: z.core.$ZodIssue): string {
  const where = path.length === 0 ? 'The file' : path.join('.')
  if (code === 'unrecognized_keys' && 'keys' in issue)
    return `${where} has what we do not know: ${(issue.keys as string[]).join(', ')}. ${known(path)}`.trim()
  return path.length === 0 ? 'The facts are an object, in curly brackets.' : `${where} ${message}.`
}

/** Reads facts that came as plain JSON; refused with one sentence for each thing that is wrong. */
export function readFacts(json: unknown): Done<ExplainFacts> {
  const read = shape.safeParse(json)
  return read.success ? done(read.data) : refused(...read.error.issues.map(say))
}

/** A day typed on the command line. */
export const readDay = (text: string): Done<PlainDate> => {
  const day = readPlainDate(text)
  return day === null ? refused(`"${text}" is not a day of the calendar. Write it as 2026-04-06.`) : done(day)
}
