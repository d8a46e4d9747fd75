import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { DataTable, Form, SubmitButton, Tag } from '../../nhs/public.ts'
import type { RuleId } from '../../rights/public.ts'
import { decidingSays, foundSays, paidForSays, powerSays, relationSays, sayWhen } from '../rules/say.ts'
import type { Acting, Found, Permission } from '../types.ts'

export const RuleLinks = ({ rules }: { rules: readonly RuleId[] }) => (
  <>
    {rules.map((rule, place) => (
      <span key={rule}>
        {place === 0 ? '' : ', '}
        <a href={`/rights/rules/${rule}`}>{rule}</a>
      </span>
    ))}
  </>
)

type OneFound = { readonly one: Found; readonly href: string; readonly mayDecide: boolean }

const Best = ({ one, href, mayDecide }: OneFound) => {
  const { bestInterests: best } = one
  if (one.found === 'has') return null
  if (best !== null)
    return (
      <p>
        <strong>Decided in their best interests, {sayShortDay(best.on)}:</strong> {best.decided} Asked:{' '}
        {best.asked} Written down by {best.notedBy}.
      </p>
    )
  return (
    <p>
      <Tag means="needs-you">Not written yet</Tag> What was decided in their best interests.{' '}
      {mayDecide ? (
        <a href={`${href}/findings/${one.number}/best-interests`}>
          Write it down
          <span className="nhsuk-u-visually-hidden">: {decidingSays[one.decision]}</span>
        </a>
      ) : null}
    </p>
  )
}

/** What was found, the newest first, each decision by itself. */
export const FoundList = ({
  found,
  href,
  mayDecide,
}: {
  found: readonly Found[]
  href: string
  mayDecide: boolean
}) => (
  <>
    {[...found].reverse().map(one => (
      <section key={one.id} aria-label={`${decidingSays[one.decision]}, ${sayShortDay(one.on)}`}>
        <h3 className="nhsuk-heading-s">
          {decidingSays[one.decision]}: {foundSays[one.found].toLowerCase()}
        </h3>
        <p>
          {sayDay(one.on)}, {one.assessor}. {one.because}
          {one.helpTried === '' ? '' : ` Help that was tried: ${one.helpTried}`}
          {one.reviewOn === null ? '' : ` To be looked at again on ${sayDay(one.reviewOn)}.`}
        </p>
        <Best one={one} href={href} mayDecide={mayDecide} />
      </section>
    ))}
  </>
)

const kindSays = ({ kind, basis }: Acting): string =>
  kind === 'nominee'
    ? 'Nominee: receives the money'
    : kind === 'parent'
      ? 'Parent'
      : powerSays[basis ?? 'attorney']

const nominated = ({ kind, named }: Acting): string =>
  kind !== 'nominee'
    ? ''
    : [
        named.on && `Named ${sayShortDay(named.on)}`,
        named.agreedOn ? `agreed ${sayShortDay(named.agreedOn)}` : 'has not agreed yet',
        named.bodyAgreedOn
          ? `agreed by the board ${sayShortDay(named.bodyAgreedOn)}`
          : 'not agreed by the board yet',
        named.withdrawnOn && `withdrawn ${sayShortDay(named.withdrawnOn)}`,
      ]
        .filter(Boolean)
        .join(', ')

const Papers = ({ one, href }: { one: Acting; href: string }) => {
  if (one.kind === 'nominee') return <>{nominated(one)}</>
  if (one.papers.length === 0)
    return one.kind === 'parent' ? <>Nothing more is needed</> : <Tag means="waiting">No paper seen yet</Tag>
  return (
    <>
      {one.papers.map(paper => (
        <p key={paper.id}>
          {`${paper.scope} Registered: ${paper.registered}. `}
          {`Seen ${sayShortDay(paper.seenOn)} by ${paper.seenBy}. `}
          {paper.file === null ? null : <a href={`${href}/papers/${paper.id}`}>Open the copy</a>}
        </p>
      ))}
    </>
  )
}

/** Who acts or acted for the person, with the papers that were seen. */
export const ActingTable = ({
  acting,
  href,
  mayEnd,
}: {
  acting: readonly Acting[]
  href: string
  mayEnd: boolean
}) => (
  <DataTable
    caption="People who act"
    empty="Nobody acts for this person."
    columns={[{ says: 'Who' }, { says: 'As' }, { says: 'Paper' }, { says: 'When' }]}
    rows={acting.map(one => ({
      key: one.id,
      cells: [
        <bdi key="n">{one.name}</bdi>,
        kindSays(one),
        <Papers key="p" one={one} href={href} />,
        <>
          {sayWhen(one.from, one.until)}
          {one.ended ? ' (ended)' : ''}
          {mayEnd && one.kind === 'representative' && !one.ended ? (
            <>
              {' '}
              <a href={`${href}/authority/${one.id}/ending`}>
                End<span className="nhsuk-u-visually-hidden"> the power of {one.name}</span>
              </a>
            </>
          ) : null}
        </>,
      ],
    }))}
  />
)

/** Family and friends who may be paid, for care and for help with the money apart. */
export const PermissionTable = ({
  permissions,
  href,
  mayEnd,
}: {
  permissions: readonly Permission[]
  href: string
  mayEnd: boolean
}) => (
  <DataTable
    caption="Family and friends who may be paid"
    empty="Nobody near needed a permission yet."
    columns={[{ says: 'Who' }, { says: 'For' }, { says: 'Why it is necessary' }, { says: 'When' }]}
    rows={permissions.map(one => ({
      key: one.id,
      cells: [
        <>
          <bdi>{one.name}</bdi>, {relationSays[one.relation].toLowerCase()}
        </>,
        paidForSays[one.paidFor],
        `${one.because} Permitted by ${one.by}, ${sayShortDay(one.on)}.`,
        <>
          {sayWhen(one.from, one.until)}
          {one.endedBecause === null ? '' : `. Ended: ${one.endedBecause}`}
          {mayEnd && one.endedBecause === null ? (
            <>
              {' '}
              <a href={`${href}/permissions/${one.id}/ending`}>
                End<span className="nhsuk-u-visually-hidden"> the permission of {one.name}</span>
              </a>
            </>
          ) : null}
        </>,
      ],
    }))}
  />
)

/** A switch that is a form: one button, no script. */
export const Switch = ({
  action,
  values,
  says,
  about,
  off,
}: {
  action: string
  values: Readonly<Record<string, string>>
  says: string
  about: string
  off: boolean
}) => (
  <Form action={action} name={`${says}: ${about}`}>
    {Object.entries(values).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <SubmitButton look={off ? 'warning' : 'second'} small>
      {says}
      <span className="nhsuk-u-visually-hidden">: {about}</span>
    </SubmitButton>
  </Form>
)
