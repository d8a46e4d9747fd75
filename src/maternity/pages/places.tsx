import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { Details, EmptyState, InsetText, Reading, RuleNote, TabLinks, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { findRule, type MaternityStage, maternityStages, type StagePrices } from '../../rights/public.ts'
import type { AreaShown } from '../queries/places.ts'
import { type Order, orderSays, orders } from '../rules/compare.ts'
import { stageHint, stageSays } from '../rules/say.ts'
import { totalOf } from '../rules/stand.ts'
import type { Offering, Place } from '../types.ts'
import { Compare } from './compare.tsx'

const rulesHere = [
  'MATERNITY_PMCB',
  'MATERNITY_PMCB-NO-CASH',
  'MATERNITY_PMCB-CHOICE',
  'MATERNITY_PMCB-WHO-OFFERS',
]

/** Where what a page says is written, and how sure we are of it. */
export const Rules = ({ ids }: { ids: readonly string[] }) => (
  <Details says="Where this is written, and how sure we are">
    {ids.map(id => (
      <RuleNote key={id} {...findRule(id)} />
    ))}
  </Details>
)

const Whom = ({ offering }: { offering: Offering | null }) =>
  offering === null ? (
    <>This body has not said yet whom it offers a budget.</>
  ) : (
    <>
      {offering.audience === 'nobody' ? 'Offered to nobody at the moment. ' : 'Offered to: '}
      <bdi>{offering.words}</bdi>
    </>
  )

type Listed = AreaShown & { readonly offerings: Readonly<Record<string, Offering | null>> }

/** For everybody: the areas, the bodies in each, and whom each of them offers a maternity budget. */
export const areasPage = (areas: readonly Listed[]): Page => ({
  title: 'Choosing your maternity care',
  body: (
    <Reading>
      <h1>Choosing your maternity care</h1>
      <p>
        In some areas you can choose who looks after you in pregnancy, at the birth and after it. The NHS pays
        for it.
      </p>
      {areas.length === 0 ? (
        <EmptyState
          says="No area has told us about its offer."
          next="Ask your midwife what you can choose."
        />
      ) : null}
      {areas.map(area => (
        <section key={area.id}>
          <h2>
            <bdi>{area.name}</bdi> {area.pioneer ? <Tag means="plain">Pioneer area</Tag> : null}
          </h2>
          <ul>
            {area.bodies.map(body => (
              <li key={body.id}>
                <a href={`/maternity/places/${body.code}`}>
                  <bdi>{body.name}</bdi>
                </a>
                <br />
                <Whom offering={area.offerings[body.id] ?? null} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p>Each body decides for itself whom it offers a budget. It is a pilot, and not a right.</p>
      <Rules ids={rulesHere} />
    </Reading>
  ),
})

export type PlacesShow = {
  readonly code: string
  readonly name: string
  readonly offering: Offering | null
  readonly stage: MaternityStage
  readonly order: Order
  readonly places: readonly Place[]
  readonly counts: Readonly<Record<MaternityStage, number>>
  readonly prices: StagePrices | null
}

const Sorting = ({ code, stage, order }: PlacesShow) => (
  <p>
    In order of:{' '}
    {orders.map((one, place) => (
      <span key={one}>
        {place === 0 ? null : ' | '}
        {one === order ? (
          <strong>{orderSays[one]}</strong>
        ) : (
          <a href={`/maternity/places/${code}?part=${stage}&order=${one}`}>{orderSays[one]}</a>
        )}
      </span>
    ))}
  </p>
)

const Worth = ({ prices }: { prices: StagePrices | null }) =>
  prices === null ? (
    <p>This body has not said what each part costs the NHS.</p>
  ) : (
    <>
      <p>You pay nothing, whoever you choose. This is what it costs the NHS:</p>
      <ul>
        {maternityStages.map(stage => (
          <li key={stage}>
            {stageSays[stage]}: {sayMoney(prices[stage])}
          </li>
        ))}
        <li>Together: {sayMoney(totalOf(prices))}</li>
      </ul>
    </>
  )

/** For everybody: who has a contract for a part of care here, side by side in plain words. */
export const placesPage = (shows: PlacesShow): Page => ({
  title: `Who can look after you: ${shows.name}`,
  back: '/maternity/places',
  wide: true,
  body: (
    <>
      <h1>
        <span className="nhsuk-caption-l">{shows.name}</span> Who can look after you
      </h1>
      <p>
        <Whom offering={shows.offering} />
        {shows.offering === null ? null : ` Since ${sayShortDay(shows.offering.from)}.`}
      </p>
      <TabLinks
        name="Which part of your care"
        tabs={maternityStages.map(stage => ({
          href: `/maternity/places/${shows.code}?part=${stage}&order=${shows.order}`,
          says: stageSays[stage],
          count: shows.counts[stage],
          current: stage === shows.stage,
        }))}
      />
      <p>{stageHint[shows.stage]}</p>
      {shows.places.length > 1 ? <Sorting {...shows} /> : null}
      <Compare places={shows.places} caption={`${stageSays[shows.stage]}: who can give it`} />
      <Worth prices={shows.prices} />
      <InsetText>
        We say what each provider told us, and what is not known. We do not say which one is best.
      </InsetText>
      <Rules ids={rulesHere} />
    </>
  ),
})
