import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { here } from '../tables.ts'
import type { AgreementId, Condition, Fact, FamilyPaid, HeldWay } from '../types.ts'

/**
 * The agreement that counts on a day: of those that begin by then and are not replaced by one signed on both
 * sides, the newest signed one, else the newest. Null where there is none to see.
 */
export async function agreementOn(doing: Doing, reference: string, day: PlainDate) {
  return (await agreementsOn(doing, [reference], day))[0] ?? null
}

/** Many values as one: a statement of fifteen thousand parameters is slow to write and to plan. */
export const anyOf = <Value extends string>(values: readonly Value[]) => sql<Value>`any (${[...values]})`

/** The same for many cases at once, one each at most. */
export const agreementsOn = (doing: Doing, references: readonly string[], day: PlainDate) =>
  here(doing)
    .db.selectFrom('agreements.agreement_shown')
    .selectAll()
    .distinctOn('reference')
    .where('reference', '=', anyOf(references as readonly Agreement['reference'][]))
    .where('from_on', '<=', day)
    .where(or => or.or([or('replaced_after', 'is', null), or('replaced_after', '>=', day)]))
    .orderBy('reference')
    .orderBy(eb => eb('signed_by_person_on', 'is', null).or('signed_by_body_on', 'is', null))
    .orderBy('number', 'desc')
    .execute()

export type Agreement = NonNullable<Awaited<ReturnType<typeof agreementById>>>

const whole = (doing: Doing) =>
  here(doing)
    .db.selectFrom('agreements.agreement_shown as s')
    .innerJoin('agreements.agreement as a', 'a.id', 's.id')
    .selectAll('s')
    .select(['a.relationship_id', 'a.exclusions_asked_on', 'a.made_by', 'a.ways', 'a.family', 'a.conditions'])

type Whole = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number]

const read = (row: Whole | undefined) =>
  row === undefined
    ? null
    : {
        ...row,
        ways: (row.ways as readonly (Omit<HeldWay, 'weekly'> & { weekly: string })[]).map(
          (way): HeldWay => ({ ...way, weekly: BigInt(way.weekly) as HeldWay['weekly'] }),
        ),
        family: row.family as readonly FamilyPaid[],
        conditions: row.conditions as readonly Condition[],
      }

/** An agreement whole; null where there is none that this actor may see. */
export const agreementById = async (doing: Doing, id: AgreementId) =>
  read(await whole(doing).where('s.id', '=', id).executeTakeFirst())

/** The newest agreement of a case, signed or not, whole; null where there is none to see. */
export const newestAgreement = async (doing: Doing, reference: string): Promise<Agreement | null> =>
  read(
    await whole(doing)
      .where('s.reference', '=', reference as Agreement['reference'])
      .orderBy('s.number', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )

/** Everything noted about an agreement, in the order of the days. */
export async function factsOf(doing: Doing, id: AgreementId): Promise<readonly Fact[]> {
  const rows = await here(doing)
    .db.selectFrom('agreements.fact')
    .selectAll()
    .where('agreement_id', '=', id)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    what: row.what,
    on: row.on_day,
    until: row.until_on,
    by: row.by_name,
    asWho: row.as_who,
    how: row.how,
    words: row.words,
  }))
}

/** The end that was set for a case; null where none was. */
export const endingOf = async (doing: Doing, reference: string) =>
  (await here(doing)
    .db.selectFrom('agreements.ending_shown')
    .selectAll()
    .where('reference', '=', reference as Agreement['reference'])
    .executeTakeFirst()) ?? null
