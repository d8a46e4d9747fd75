import { type PlainDate, plainDate } from '../kernel/days.ts'
import { newId, type Reference } from '../kernel/ids.ts'
import type { ClockRun } from './source.ts'

/** A request of Gwen Tallis's that waits for its decision. */
export const aRun = (say: Partial<ClockRun> = {}): ClockRun => ({
  clock: 'PHB-REQUEST',
  organisation_id: newId(),
  person_id: newId(),
  reference: 'PHB-7K3M-9QT' as Reference,
  started_on: plainDate('2026-11-02'),
  due_on: plainDate('2026-11-30'),
  paused_due_on: plainDate('2026-11-30'),
  met_on: null,
  dropped_on: null,
  href: '/requests/PHB-7K3M-9QT',
  pauses: [],
  ...say,
})

const due = (day: string) => ({ due_on: plainDate(day), paused_due_on: plainDate(day) })

/**
 * Three years of one child, on 29 November 2026: continuing care from the NHS, an EHC plan with a pause, and
 * a direct payment of the council.
 */
export function aChildsRuns(person = newId<'person'>()): readonly ClockRun[] {
  const run = (clock: string, started: string, say: Partial<ClockRun>) =>
    aRun({ person_id: person, clock, started_on: plainDate(started), ...say })
  const on = (day: string): { met_on: PlainDate } => ({ met_on: plainDate(day) })
  return [
    run('CYPCC-DECISION', '2024-03-04', { ...due('2024-04-15'), ...on('2024-04-11') }),
    run('CYPCC-REVIEW', '2024-05-06', { ...due('2024-08-06'), ...on('2024-08-20') }),
    run('CYPCC-REVIEW-YEARLY', '2024-08-20', { ...due('2025-08-20'), ...on('2025-08-12') }),
    run('CYPCC-REVIEW-YEARLY', '2025-08-12', due('2026-08-12')),
    run('CYPCC-ADULT-14', '2013-02-09', due('2027-02-09')),
    run('EHC-DECIDE', '2025-01-13', { ...due('2025-02-24'), ...on('2025-02-20') }),
    run('EHC-FINAL', '2025-01-13', {
      due_on: plainDate('2025-06-02'),
      paused_due_on: plainDate('2025-07-02'),
      ...on('2025-06-27'),
      pauses: [
        {
          ground: 'absence',
          from: plainDate('2025-03-10'),
          until: plainDate('2025-04-08'),
          accepted: true,
        },
      ],
    }),
    run('EHC-REVIEW', '2025-06-27', { ...due('2026-06-27'), ...on('2026-06-16') }),
    run('EHC-REVIEW', '2026-06-16', due('2027-06-16')),
    run('CARE-ACT-DP-REVIEW', '2024-09-02', { ...due('2025-03-02'), ...on('2025-02-25') }),
    run('CARE-ACT-DP-REVIEW-YEARLY', '2025-02-25', {
      ...due('2026-02-25'),
      dropped_on: plainDate('2025-12-01'),
    }),
    run('PHB-REQUEST', '2026-11-02', { due_on: null, paused_due_on: null }),
  ]
}
