import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  Choices,
  DayField,
  Details,
  Form,
  LinkButton,
  Reading,
  SubmitButton,
  SummaryList,
  TextField,
  YesNo,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Contact } from '../actions/add.ts'
import {
  asksAlso,
  communicationNeeds,
  type everyNeed,
  needGroupSays,
  needsOfGroup,
} from '../rules/communication.ts'

export type PersonShows = {
  readonly id: string
  readonly strip: NonNullable<Page['person']>
  readonly own: boolean
  readonly staff: boolean
  readonly contact: Contact
  readonly needs: readonly { readonly need: (typeof everyNeed)[number]; readonly detail: string | null }[]
  readonly askedOn: PlainDate | null
  readonly diedOn: PlainDate | null
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const address = ({ lines = [], town, postcode }: Contact): string =>
  [...lines, town, postcode].filter(Boolean).join(', ') || 'Not known'

/** A person: how to reach them and how to talk with them. */
export const personPage = (shows: PersonShows): Page => ({
  title: shows.own ? 'Your details' : shows.strip.name,
  person: shows.strip,
  body: (
    <Reading>
      <h1>{shows.own ? 'Your details' : `Details of ${shows.strip.name}`}</h1>
      <SummaryList
        facts={[
          {
            says: 'Address',
            is: address(shows.contact),
            change: { href: `/people/${shows.id}/contact`, what: 'address' },
          },
          {
            says: 'Telephone',
            is: shows.contact.telephone ?? 'Not known',
            change: { href: `/people/${shows.id}/contact`, what: 'telephone number' },
          },
          {
            says: 'E-mail',
            is: shows.contact.email ?? 'Not known',
            change: { href: `/people/${shows.id}/contact`, what: 'e-mail address' },
          },
          {
            says: 'To read, hear and be understood',
            change: { href: `/people/${shows.id}/communication`, what: 'communication needs' },
            is:
              shows.needs.length === 0 ? (
                shows.askedOn ? (
                  'Nothing is needed'
                ) : (
                  'Not asked yet'
                )
              ) : (
                <ul className="nhsuk-list">
                  {shows.needs.map(one => (
                    <li key={one.need}>
                      {communicationNeeds[one.need].says}
                      {one.detail ? `: ${one.detail}` : ''}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      {shows.askedOn ? <p>Asked on {sayShortDay(shows.askedOn)}.</p> : null}
      <LinkButton href={`/people/${shows.id}/helpers`}>
        {shows.own ? 'People who help you' : 'People who help'}
      </LinkButton>
      {shows.staff && shows.diedOn === null ? <Death {...shows} /> : null}
    </Reading>
  ),
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
})

const Death = ({ id, typed, errors }: PersonShows) => (
  <Details says="Record a death" open={errors.length > 0}>
    <Form action={`/people/${id}/death`} typed={typed} errors={errors}>
      <DayField name="on" label="Day of death" />
      <SubmitButton look="warning">Record it</SubmitButton>
    </Form>
  </Details>
)

type FormShows = {
  readonly id: string
  readonly strip: NonNullable<Page['person']>
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}
const formPage = (title: string, { id, strip, errors }: FormShows, body: Page['body']): Page => ({
  title,
  person: strip,
  back: `/people/${id}`,
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>{title}</h1>
      {body}
    </Reading>
  ),
})

export const contactPage = (shows: FormShows): Page =>
  formPage(
    'How to reach you',
    shows,
    <Form action={`/people/${shows.id}/contact`} typed={shows.typed} errors={shows.errors}>
      <TextField name="preferredName" label="Name you like to be called (optional)" autocomplete="nickname" />
      <TextField name="address1" label="Address line 1" autocomplete="address-line1" />
      <TextField name="address2" label="Address line 2 (optional)" autocomplete="address-line2" />
      <TextField name="address3" label="Address line 3 (optional)" autocomplete="address-line3" />
      <TextField name="town" label="Town or city" autocomplete="address-level2" />
      <TextField name="postcode" label="Postcode" width={10} autocomplete="postal-code" />
      <Choices
        name="noFixedAddress"
        label="No address"
        ways={[{ value: 'yes', label: 'There is no fixed address now' }]}
      />
      <TextField name="telephone" label="Telephone (optional)" type="tel" autocomplete="tel" width={20} />
      <TextField name="email" label="E-mail (optional)" type="email" autocomplete="email" />
      <SubmitButton>Save</SubmitButton>
    </Form>,
  )

export const communicationPage = (shows: FormShows): Page =>
  formPage(
    'What do you need to read, hear and be understood?',
    shows,
    <Form action={`/people/${shows.id}/communication`} typed={shows.typed} errors={shows.errors}>
      <p>
        We must ask everybody, write it down, and do it. Tick what helps. Tick nothing if nothing is needed.
      </p>
      {Object.entries(needGroupSays).map(([group, says], place) => (
        <Choices
          key={group}
          name="needs"
          id={place === 0 ? 'needs' : `needs-${group}`}
          label={says}
          ways={needsOfGroup(group as keyof typeof needGroupSays).map(need => {
            const question = asksAlso(need)
            return {
              value: need,
              label: communicationNeeds[need].says,
              ...(question === null ? {} : { also: <TextField name={`detail-${need}`} label={question} /> }),
            }
          })}
        />
      ))}
      <YesNo name="share" label="May we tell other services what you need?" />
      <SubmitButton>Save</SubmitButton>
    </Form>,
  )
