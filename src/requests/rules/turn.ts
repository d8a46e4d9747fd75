import type { PlainDate } from '../../kernel/days.ts'
import type { Case } from '../types.ts'

export const stages = [
  'waiting-for-a-worker',
  'being-decided',
  'being-looked-at-again',
  'granted',
  'refused',
  'withdrawn',
] as const
export type Stage = (typeof stages)[number]

export const stageSays = {
  'waiting-for-a-worker': 'Waiting for a case worker',
  'being-decided': 'Being decided',
  'being-looked-at-again': 'Being looked at again',
  granted: 'Granted',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
} as const satisfies Record<Stage, string>

/** A reconsideration that has been asked for and not been answered. */
export type OpenAgain = { readonly askedOn: PlainDate; readonly answerBy: PlainDate | null } | null

/** Where a request stands: worked out from its facts, never stored. */
export function stageOf(one: Pick<Case, 'withdrawnOn' | 'outcome' | 'caseWorker'>, again: OpenAgain): Stage {
  if (one.withdrawnOn !== null) return 'withdrawn'
  if (again !== null) return 'being-looked-at-again'
  if (one.outcome !== null) return one.outcome === 'refused' ? 'refused' : 'granted'
  return one.caseWorker === null ? 'waiting-for-a-worker' : 'being-decided'
}

/** Who has it, since when, by when, and what is awaited of them. */
export type Turn = {
  readonly whose: 'team' | 'worker' | 'leader'
  readonly who: string
  readonly since: PlainDate
  readonly by: PlainDate | null
  readonly will: string
}

type Facts = {
  readonly one: Case
  readonly again: OpenAgain
  readonly by: PlainDate | null
  readonly team: string
}

/** Whose turn it is; null where nothing is awaited in asking and deciding. */
export function turnOf({ one, again, by, team }: Facts): Turn | null {
  const worker = one.caseWorker?.name ?? team
  const stage = stageOf(one, again)
  switch (stage) {
    case 'waiting-for-a-worker':
      return { whose: 'team', who: team, since: one.receivedOn, by, will: 'decide' }
    case 'being-decided':
      return { whose: 'worker', who: worker, since: one.receivedOn, by, will: 'decide' }
    case 'being-looked-at-again': {
      const [since, until] = [again?.askedOn ?? one.receivedOn, again?.answerBy ?? null]
      return { whose: 'leader', who: `a team leader of ${team}`, since, by: until, will: 'answer' }
    }
    case 'granted':
      return {
        whose: 'worker',
        who: worker,
        since: one.decidedOn ?? one.receivedOn,
        by: null,
        will: 'go on to the budget',
      }
    case 'refused':
    case 'withdrawn':
      return null
    default:
      return stage satisfies never
  }
}
