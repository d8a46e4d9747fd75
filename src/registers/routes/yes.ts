import type { PersonShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { bodiesToName } from '../queries/listed.ts'
import { standInOn } from '../queries/stand-in.ts'
import type { SaidBy } from '../types.ts'

type Typed = {
  readonly canDecide: boolean
  readonly saidBy: SaidBy | 'nobody'
  readonly standIn: string
  readonly decidedBy: string
}

/** The name that belongs to who said yes: the person's own, one that is written down, or who decided. */
export function nameOf(typed: Typed, who: PersonShown): string {
  if (typed.saidBy === 'the-person') return who.fullName
  return typed.saidBy === 'representative' ? typed.standIn : typed.decidedBy
}

export type YesShows = {
  readonly name: string
  readonly standIn: readonly string[]
  readonly bodies: readonly { readonly id: string; readonly name: string }[]
  /** A new entry can also be refused for want of a yes. */
  readonly nobody: boolean
}

/** What the questions about a yes show. */
export const yesShows = async (doing: Doing, who: PersonShown, nobody: boolean): Promise<YesShows> => ({
  name: who.fullName,
  standIn: await standInOn(doing, who.id, doing.today),
  bodies: await bodiesToName(doing, who.organisation),
  nobody,
})
