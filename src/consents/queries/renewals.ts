import { sql } from 'kysely'
import { addDays, type PlainDate } from '../../kernel/days.ts'
import type { PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'

export type Renewal = {
  readonly person: PersonId
  readonly name: string
  readonly what:
    | 'capacity-review'
    | 'authority-ends'
    | 'paper-missing'
    | 'sharing-ends'
    | 'permission-ends'
    | 'best-interests-missing'
    | 'nobody-decides'
  /** The decision, the name of who acts, or the body: what it is about. */
  readonly about: string
  readonly by: PlainDate | null
  readonly key: string
}

type Span = { readonly today: PlainDate; readonly until: PlainDate }

// What was found and is to be looked at again; and what is still missing where somebody cannot decide.
const ofCapacity = ({ until }: Span) => sql`
  select f.person_id, 'capacity-review' as what, f.decision as about, f.review_on as by, f.id::text as key
    from consents.finding_shown f where f.review_on <= ${until}
  union all
  select f.person_id, 'best-interests-missing', f.decision, null::date, f.id::text
    from consents.finding_shown f where f.found = 'has-not' and f.decided_on is null`

// Powers that end soon or lately, and those whose paper nobody has seen.
const ofAuthority = ({ today, until }: Span) => sql`
  select r.person_id, 'authority-ends' as what, r.other_name as about, r.until_on as by, r.id::text as key
    from people.relationship_shown r where r.kind in ('representative', 'nominee')
      and r.basis is distinct from 'parental-responsibility' and r.revoked_at is null
      and r.until_on between ${addDays(today, -56)} and ${until}
  union all
  select r.person_id, 'paper-missing', r.other_name, null::date, r.id::text
    from people.relationship_shown r where r.kind = 'representative' and r.revoked_at is null
      and r.basis <> 'parental-responsibility' and r.from_on <= ${today}
      and (r.until_on is null or r.until_on >= ${today})
      and not exists (select from consents.evidence e where e.relationship_id = r.id)
  union all
  select f.person_id, 'nobody-decides', f.decision, null::date, f.id::text || ' nobody'
    from consents.finding_shown f where f.found = 'has-not' and f.decision = 'hold-money'
      and not exists (select from people.relationship_shown r where r.person_id = f.person_id
        and r.kind = 'representative' and r.revoked_at is null and r.from_on <= ${today}
        and (r.until_on is null or r.until_on >= ${today}))`

const ofConsent = ({ today, until }: Span) => sql`
  select s.person_id, 'sharing-ends' as what, s.body_name as about, s.until_on as by, s.id::text as key
    from consents.sharing_shown s where s.answer = 'given' and s.until_on between ${today} and ${until}
  union all
  select p.person_id, 'permission-ends', p.name, p.until_on, p.id::text
    from consents.permission_shown p where p.ended_because is null
      and p.until_on between ${today} and ${until}`

/** What is to be looked at again, renewed or written: what has no day first, then by its day. */
export const renewals = (doing: Doing, daysAhead: number, page: number) => {
  const span = { today: doing.today, until: addDays(doing.today, daysAhead) }
  return onePage<Renewal, { readonly count: number }>(doing, {
    kept: sql`kept as (select o.person_id as person, p.full_name as name, o.what, o.about, o.by, o.key
      from (${ofCapacity(span)} union all ${ofAuthority(span)} union all ${ofConsent(span)}) o
        join people.person_shown p on p.id = o.person_id where p.died_on is null)`,
    told: sql`count(*)::int as count`,
    order: sql`by nulls first, name, what, key`,
    page,
  })
}
