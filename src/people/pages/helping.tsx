import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  Choices,
  DataTable,
  DayField,
  Form,
  LinkButton,
  Panel,
  Reading,
  SubmitButton,
  Tag,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { everyHelp, helpOffered, relationshipSays } from '../rules/helping.ts'
import type { RelationshipKind } from '../types.ts'

export type HelperShown = {
  readonly id: string
  readonly name: string
  readonly kind: RelationshipKind
  readonly basis: string | null
  readonly may: readonly string[]
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly ended: boolean
  readonly mayEnd: boolean
}
type Shows = {
  readonly id: string
  readonly strip: NonNullable<Page['person']>
  readonly own: boolean
  readonly helpers: readonly HelperShown[]
  readonly mayAdd: boolean
}

const when = ({ from, until, ended }: HelperShown): string =>
  `From ${sayShortDay(from)}${until ? ` until ${sayShortDay(until)}` : ''}${ended ? '. Ended' : ''}`

const May = ({ may }: Pick<HelperShown, 'may'>) =>
  may.length === 0 ? (
    <>Sees nothing here</>
  ) : (
    <ul className="nhsuk-list">
      {may.map(one => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )

const End = ({ id, helper }: { id: string; helper: HelperShown }) =>
  helper.ended ? (
    <Tag means="over">Ended</Tag>
  ) : helper.mayEnd ? (
    <Form action={`/people/${id}/helpers/${helper.id}/ending`} name={`End the help of ${helper.name}`}>
      <SubmitButton look="second" small>
        End now<span className="nhsuk-u-visually-hidden">: {helper.name}</span>
      </SubmitButton>
    </Form>
  ) : null

/** My people and what each may see and do, with the day it ends. */
export const helpersPage = ({ id, strip, own, helpers, mayAdd }: Shows): Page => ({
  title: 'People who help',
  person: strip,
  back: `/people/${id}`,
  wide: true,
  body: (
    <>
      <h1>{own ? 'People who help you' : `People who help ${strip.name}`}</h1>
      <p>
        Each of them sees and does only what is named here. You can end it at once. What they did before
        stands, and their name stays in the list of who looked.
      </p>
      <DataTable
        caption="People and what each may do"
        empty="Nobody yet. You can let somebody see a part of your record, for as long as you say."
        columns={[
          { says: 'Who' },
          { says: 'What they are' },
          { says: 'What they may' },
          { says: 'When' },
          { says: 'End', unseen: true },
        ]}
        rows={helpers.map(helper => ({
          key: helper.id,
          cells: [
            <bdi key="n">{helper.name}</bdi>,
            `${relationshipSays[helper.kind]}${helper.basis ? `. ${helper.basis}` : ''}`,
            <May key="m" may={helper.may} />,
            when(helper),
            <End key="e" id={id} helper={helper} />,
          ],
        }))}
      />
      {mayAdd ? <LinkButton href={`/people/${id}/helpers/new`}>Let somebody help</LinkButton> : null}
    </>
  ),
})

type NewShows = {
  readonly id: string
  readonly strip: NonNullable<Page['person']>
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

export const newHelperPage = ({ id, strip, typed, errors }: NewShows): Page => ({
  title: 'Let somebody help',
  person: strip,
  back: `/people/${id}/helpers`,
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>Let somebody help</h1>
      <Form action={`/people/${id}/helpers`} typed={typed} errors={errors}>
        <TextField name="name" label="Their name" />
        <Choices
          name="help"
          label="What may they see and do?"
          hint="Nobody ever sees your bank details"
          ways={everyHelp.map(value => ({
            value,
            label: helpOffered[value],
            ...(value === 'approve-hours'
              ? {
                  also: (
                    <TextField name="hours" label="Most hours a week, for each assistant" numeric width={5} />
                  ),
                }
              : {}),
          }))}
        />
        <DayField
          name="until"
          label="Until which day?"
          hint="The last day, within five years. You can end it earlier at any time."
        />
        <SubmitButton>Let them help</SubmitButton>
      </Form>
    </Reading>
  ),
})

export const invitedPage = ({
  id,
  strip,
  name,
  word,
}: {
  id: string
  strip: NonNullable<Page['person']>
  name: string
  word: string
}): Page => ({
  title: 'They can help now',
  person: strip,
  back: `/people/${id}/helpers`,
  body: (
    <Reading>
      <Panel title="They can help now" reference={word} />
      <p>
        Give this word to {name}. They create an account, sign in, choose “I was invited to help” on their
        home page and type it. It works once, for 30 days, and we do not show it again.
      </p>
      <LinkButton href={`/people/${id}/helpers`}>Back to the people who help</LinkButton>
    </Reading>
  ),
})

export const invitationPage = ({ typed, errors }: { typed: Typed; errors: readonly FieldError[] }): Page => ({
  title: 'I was invited to help',
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>I was invited to help</h1>
      <Form action="/people/invitation" typed={typed} errors={errors}>
        <TextField
          name="word"
          label="The word you were given"
          hint="Twelve letters and numbers, like K7QM-2R4T-9WXB"
          width={20}
        />
        <SubmitButton>Go on</SubmitButton>
      </Form>
    </Reading>
  ),
})
