import { sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import {
  Choice,
  DataTable,
  DayField,
  EmptyState,
  Filters,
  Form,
  Pages,
  SearchField,
  Select,
  SubmitButton,
  Tag,
  TextArea,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { pathwaySays, sayPathway } from '../pathways.ts'
import type { OfferRow } from '../queries/offers.ts'

type OffersShows = {
  readonly offers: readonly OfferRow[]
  readonly paging: Paging
  readonly hrefOf: (page: number) => string
  readonly find: string
  readonly found: readonly {
    readonly id: string
    readonly full_name: string
    readonly born_on: OfferRow['made_on'] | null
  }[]
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done?: string
}

const saidWords = (offer: OfferRow) => {
  if (offer.said === null) return <Tag means="waiting">No answer yet</Tag>
  const on = offer.answered_on === null ? '' : ` on ${sayShortDay(offer.answered_on)}`
  return offer.said === 'accepted' ? `Accepted${on}` : `Declined${on}`
}

const careOptions = Object.entries(pathwaySays)
  .filter(([value]) => value !== 'not-sure')
  .map(([value, label]) => ({ value, label }))

const said = [
  {
    value: 'declined',
    label: 'They declined',
    also: <TextField name="reason" label="The reason they gave (optional)" />,
  },
  { value: 'accepted', label: 'They accepted', hint: 'Then write the request down too.' },
  { value: 'not-yet', label: 'They have not answered yet' },
]

const NewOfferForm = ({ found, find, typed, errors }: Omit<OffersShows, 'offers' | 'paging' | 'hrefOf'>) => (
  <>
    <h2>Write an offer down</h2>
    <Filters action="/requests/offers" typed={{ find }}>
      <SearchField name="find" label="To whom? Name or NHS number" />
    </Filters>
    {find !== '' && found.length === 0 ? (
      <EmptyState says={`Nobody whom you may see is called “${find}”.`} />
    ) : null}
    {found.length === 0 ? null : (
      <Form action="/requests/offers" typed={typed} errors={errors} name="Write an offer down">
        <Select
          name="person"
          label="Person"
          none="Choose"
          options={found.map(({ id, full_name, born_on }) => ({
            value: id,
            label: born_on === null ? full_name : `${full_name}, born ${sayShortDay(born_on)}`,
          }))}
        />
        <Select name="pathway" label="Care" none="Choose" options={careOptions} />
        <DayField name="made" label="Day of the offer" />
        <TextArea name="how" label="How it was offered, and what was explained" rows={2} />
        <Choice name="said" label="What they said" ways={said} />
        <DayField name="answered" label="Day of the answer, if there was one" />
        <SubmitButton>Write it down</SubmitButton>
      </Form>
    )}
  </>
)

const AnswerForm = ({ offer }: { offer: OfferRow }) => (
  <Form action={`/requests/offers/${offer.id}/answer`} name={`Answer of ${offer.full_name}`}>
    <TextField name="reason" id={`reason-${offer.id}`} label="Reason (optional)" width={20} />
    <SubmitButton small look="second" name="said" value="accepted">
      Accepted today
    </SubmitButton>{' '}
    <SubmitButton small look="second" name="said" value="declined">
      Declined today
    </SubmitButton>
  </Form>
)

/** Offers that staff made, and what people said: a declined offer is a fact too. */
export const offersPage = ({ offers, paging, hrefOf, done, ...shows }: OffersShows): Page => ({
  title: 'Offers',
  wide: true,
  back: '/requests',
  errors: shows.errors,
  ...(done === undefined ? {} : { done }),
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  body: (
    <>
      <h1>Offers of a personal health budget</h1>
      <DataTable
        caption="Offers made, newest first"
        columns={[
          { says: 'Person' },
          { says: 'Care' },
          { says: 'Offered' },
          { says: 'By' },
          { says: 'How' },
          { says: 'Answer' },
          { says: 'Reason' },
        ]}
        rows={offers.map(offer => ({
          key: offer.id,
          cells: [
            <bdi key="name">{offer.full_name}</bdi>,
            sayPathway(offer.pathway),
            sayShortDay(offer.made_on),
            offer.made_by_name,
            offer.how,
            <span key="said">
              {saidWords(offer)}
              {offer.said === null ? <AnswerForm offer={offer} /> : null}
            </span>,
            offer.reason ?? '',
          ],
        }))}
        empty="No offers are written down yet."
      />
      <Pages paging={paging} hrefOf={hrefOf} />
      <NewOfferForm {...shows} />
    </>
  ),
})
