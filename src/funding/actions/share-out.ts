import { letSee } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { letIn } from '../../ledger/public.ts'
import {
  agreeShares,
  type NewSplit,
  type SplitId,
  type SplittingProblem,
  splitLines,
} from '../../needs/public.ts'
import { type OrganisationId, organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { strandFund } from '../rules/entries.ts'
import { rechargedStrands } from '../types.ts'

/**
 * Proposes who carries which share, and lets the officers of each body see the person's name and their own
 * strand, so that they can agree. Refuses what `splitLines` refuses.
 */
export async function proposeShares(doing: Doing, asked: NewSplit): Promise<Done<SplitId, SplittingProblem>> {
  const proposed = await splitLines(doing, asked)
  if (!proposed.done) return proposed
  for (const body of new Set(rechargedStrands.flatMap(strand => asked.bodies[strand] ?? [])))
    await letSee(
      doing,
      { organisation: body, role: 'council-officer' },
      {
        person: asked.person,
        sees: 'name',
        because: 'their body is asked to carry a part of this budget',
        subject: proposed.value,
        from: doing.today,
      },
    )
  return proposed
}

/**
 * A body agrees to carry its part: from the split's day the board's entries may draw on its funds. Refuses a
 * split in which it has no part, and one that it agreed before.
 */
export async function agreeToCarry(
  doing: Doing,
  { split, body }: { readonly split: SplitId; readonly body: OrganisationId },
): Promise<Done<string, 'no-such-split' | 'agreed-before' | 'not-yours'>> {
  const agreed = await agreeShares(doing, { split, body })
  if (!agreed.done) return agreed
  const { lead, from, reference } = agreed.value
  const code = (await organisation(doing, body))?.code
  if (code === undefined) return refused('not-yours')
  for (const strand of rechargedStrands) {
    const let_in = await letIn(doing, { fund: strandFund(code, strand), of: body, to: lead, from })
    if (!let_in.done) return let_in
  }
  return done(reference)
}
