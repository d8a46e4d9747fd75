import { createHash } from 'node:crypto'
import { addDays, type Moment, type PlainDate, sayDay } from '../../kernel/days.ts'
import { sayConfidence } from '../../rights/public.ts'
import { findClock, sayStanding } from '../definitions.ts'
import type { RunOfMine } from '../queries/runs.ts'
import { sayWhose } from '../rules/standing.ts'
import type { FeedNames } from './types.ts'

const mostOctets = 75

/** A line of a calendar, folded so that none has more than 75 octets and no letter is cut in two. */
export function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const letter of line) {
    const size = Buffer.byteLength(letter)
    if (octets + size > mostOctets) {
      parts.push(part)
      // The space that marks a line as carried on counts too.
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** A text as a value: what ends or divides values is marked, and control characters are left out. */
export const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}]/gu, one => (one === '\n' || one === '\t' ? one : ''))
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const dayIn = (day: PlainDate): string => day.replaceAll('-', '')
const momentIn = (moment: Moment): string => `${moment.slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/** The same for a run as long as it is the same run: its day may move. It says nothing of anybody. */
const uidOf = ({ clock, person_id, href, started_on }: RunOfMine): string =>
  `${createHash('sha256')
    .update([clock, person_id, href, started_on].join(' '))
    .digest('hex')
    .slice(0, 40)}@openphb`

const whom = (run: RunOfMine, names: FeedNames): string | null => {
  if (names === 'reference') return run.reference
  return names === 'first-name' ? run.first_name : null
}

type Shows = {
  readonly names: FeedNames
  readonly now: Moment
  readonly to: 'family' | 'staff'
  readonly addressOf: (path: string) => string
}

function described(run: RunOfMine, to: Shows['to']): string {
  const clock = findClock(run.clock)
  const { due_on: due, paused_due_on: by } = run
  return [
    `Whose turn: ${sayWhose(clock.turn, to)}.`,
    sayStanding(clock) ?? `How sure we are: ${sayConfidence(clock.rule.confidence)}`,
    ...(due !== null && due !== by ? [`Without the pauses it was ${sayDay(due)}.`] : []),
    'This is a copy. Sign in for how things stand now.',
  ].join('\n')
}

function eventOf(run: RunOfMine, { names, now, to, addressOf }: Shows): readonly string[] {
  const by = run.paused_due_on
  if (by === null) return []
  const name = whom(run, names)
  const { awaits } = findClock(run.clock)
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(run)}`,
    `DTSTAMP:${momentIn(now)}`,
    `DTSTART;VALUE=DATE:${dayIn(by)}`,
    `DTEND;VALUE=DATE:${dayIn(addDays(by, 1))}`,
    `SUMMARY:${escaped(name === null ? awaits : `${awaits} (${name})`)}`,
    `DESCRIPTION:${escaped(described(run, to))}`,
    // An address of a page names the case.
    ...(names === 'nobody' ? [] : [`URL:${addressOf(run.href)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/**
 * Clocks as a calendar that other programs read (RFC 5545): one day-long entry for each that has a day. No
 * entry names a right, a rule or a need; whom it is about is said as the owner chose.
 */
export const calendarOf = (runs: readonly RunOfMine[], shows: Shows): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//OpenPHB//Clocks//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Dates',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...runs.flatMap(run => eventOf(run, shows)),
    'END:VCALENDAR',
  ]
    .map(line => `${folded(line)}\r\n`)
    .join('')
