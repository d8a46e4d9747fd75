import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { AgreementId, AsWho, FactKind, How } from '../types.ts'

export type NewFact = {
  readonly what: FactKind
  readonly on: PlainDate
  readonly until?: PlainDate | null
  readonly by: string
  readonly asWho: AsWho
  readonly how: How
  readonly words?: string | null
}

type About = { readonly id: AgreementId; readonly organisation: OrganisationId; readonly person: PersonId }

/** Writes facts of an agreement down; they are never changed afterwards. */
export async function writeFacts(
  doing: Doing,
  { id, organisation, person }: About,
  facts: readonly NewFact[],
): Promise<void> {
  if (facts.length === 0) return
  await here(doing)
    .db.insertInto('agreements.fact')
    .values(
      facts.map(fact => ({
        id: newId(),
        agreement_id: id,
        organisation_id: organisation,
        person_id: person,
        what: fact.what,
        on_day: fact.on,
        until_on: fact.until ?? null,
        by_name: fact.by,
        as_who: fact.asWho,
        how: fact.how,
        by_actor: doing.actor.id,
        words: fact.words ?? null,
        noted_on: doing.today,
      })),
    )
    .execute()
}
