import { Choice, Choices, DayField, Select, TextArea, TextField, YesNo } from '../../nhs/public.ts'
import type { YesShows } from '../routes/yes.ts'
import { hasSays } from '../rules/say.ts'
import { conditions } from '../types.ts'

const StandIn = ({ standIn }: YesShows) =>
  standIn.length === 0 ? (
    <p className="nhsuk-hint">Nobody is written down. Add them on the person’s page first.</p>
  ) : (
    <Select
      name="standIn"
      label="Who may say yes for them?"
      none="Choose"
      options={standIn.map(name => ({ value: name, label: name }))}
    />
  )

const BestInterests = () => (
  <>
    <TextField name="decidedBy" label="Who decided?" hint="Name and role." />
    <TextArea name="about" label="What exactly was decided?" hint="Only this one thing." rows={2} />
    <TextArea name="asked" label="Who was asked?" hint="The person, family, friends, an advocate." rows={2} />
  </>
)

const waysOfYes = (shows: YesShows) => [
  {
    value: 'the-person',
    label: `${shows.name} said yes`,
    hint: 'From 16 on, if they can decide about this.',
  },
  {
    value: 'representative',
    label: 'Somebody who may say yes for them',
    also: <StandIn {...shows} />,
  },
  {
    value: 'best-interests',
    label: 'They cannot decide, and it was decided in their best interests',
    also: <BestInterests />,
  },
  ...(shows.nobody
    ? [
        {
          value: 'nobody',
          label: 'Nobody said yes, and nothing was decided',
          hint: 'Then they are not put on the list. We keep a count and no name.',
        },
      ]
    : []),
]

/** Who said yes, and who may see it. */
export const YesFields = (shows: YesShows) => (
  <>
    <YesNo
      name="canDecide"
      label="Can they decide about this themselves?"
      hint="About being on this list and who sees it. Not about other things."
    />
    <Choice name="saidBy" label="Who said yes?" ways={waysOfYes(shows)} />
    <DayField name="givenOn" label="Which day was that?" />
    <Choices
      name="bodies"
      label="Which other organisations may see it?"
      hint="Only those they said yes to. None is a good answer too."
      ways={shows.bodies.map(({ id, name }) => ({ value: id, label: name }))}
    />
  </>
)

export const EntryFields = (shows: YesShows) => (
  <>
    <Choice
      name="has"
      label="What do they have?"
      ways={conditions.map(value => ({ value, label: hasSays[value] }))}
    />
    <TextArea
      name="reason"
      label="Why might they have to go into hospital?"
      hint="Write it so that the person can read it."
      rows={4}
    />
    <YesFields {...shows} />
  </>
)
