import { sayShortDay } from '../../kernel/days.ts'
import {
  Choice,
  Choices,
  DayField,
  FileField,
  InsetText,
  Select,
  TextArea,
  TextField,
  YesNo,
} from '../../nhs/public.ts'
import { aboutSays, agreedSays, howSays, makerSays } from '../rules/say.ts'
import { abouts, agreedWays, makers } from '../types.ts'
import type { Seen } from './shows.ts'

/** The ways of a choice, in their order, each with its words. */
export const waysOf = <Key extends string>(keys: readonly Key[], says: Readonly<Record<Key, string>>) =>
  keys.map(value => ({ value, label: says[value] }))
const people = (of: Seen) => of.colleagues.map(({ id, name }) => ({ value: id, label: name }))

/** Said wherever somebody begins to complain. */
export const NoHarm = () => (
  <InsetText>
    <p>
      A complaint never changes your care, your budget or how you are treated. If you cannot say who you are,
      call us: we listen all the same, but can only answer somebody we know.
    </p>
  </InsetText>
)

export const Paper = () => (
  <FileField
    name="file"
    label="A paper that you want us to see (optional)"
    hint="PDF, JPEG, PNG or text, up to 20 MB"
  />
)

const Said = ({ staff }: { staff: boolean }) => (
  <>
    <Choice name="about" label="Whom is it about?" ways={waysOf(abouts, aboutSays)} />
    <DayField
      name="happenedOn"
      label="When did it happen?"
      hint="If it went on for some time, the last day. If you are not sure, the nearest that you know."
    />
    <TextArea name="words" label="What happened?" hint="Use your own words." rows={8} most={10000} />
    <TextArea name="wants" label="What should be put right?" rows={4} most={5000} />
    <TextField
      name="who"
      label="Is it about somebody who works here? (optional)"
      hint="A name, if you know it."
    />
    <TextArea
      name="lateBecause"
      label="If it was more than twelve months ago: why does the complaint come now?"
      hint={staff ? 'It may still be heard.' : 'We may still look into it. Leave this out if it was later.'}
      rows={2}
    />
    <TextField name="note" label="If you send a paper: what is it? (optional)" />
    <Paper />
  </>
)

/** What somebody fills in who complains. */
export const OwnFields = () => (
  <>
    <NoHarm />
    <Said staff={false} />
  </>
)

/** The same, as staff write it down for whoever telephones or writes. */
export const StaffFields = () => (
  <>
    <Choice name="madeBy" label="Who complains?" ways={waysOf(makers, makerSays)} />
    <TextField name="madeByName" label="Their name" />
    <Choice
      name="how"
      label="How did it come?"
      ways={waysOf(['telephone', 'letter', 'meeting'] as const, howSays)}
    />
    <DayField name="receivedOn" label="Which day did it come?" />
    <Said staff />
    <Choices
      name="readBack"
      label="On the telephone"
      ways={[{ value: 'yes', label: 'I read back what I wrote, and they said that it is right' }]}
    />
  </>
)

export const PaperFields = () => (
  <>
    <TextArea name="note" label="What do you want to add?" rows={4} />
    <Paper />
  </>
)
export const AcknowledgeFields = ({ one }: Seen) => (
  <p>
    We send a letter: that it arrived, what comes next, by when, and how to reach us. It is due by{' '}
    {one === null ? '' : sayShortDay(one.acknowledgeBy)}.
  </p>
)
export const ConsentFields = () => (
  <>
    <DayField name="on" label="Which day did the person agree?" />
    <TextField name="how" label="How?" hint="For example: by telephone, in a letter." />
  </>
)
export const HearingFields = ({ one }: Seen) => (
  <>
    <InsetText>
      <p>
        The last day was {one === null ? '' : sayShortDay(one.lastDay)}. Their reason:{' '}
        <bdi>{one?.words?.lateBecause ?? ''}</bdi>
      </p>
    </InsetText>
    <YesNo name="heard" label="Is it heard all the same?" />
    <TextArea
      name="because"
      label="Why?"
      hint="Were there good reasons for the wait? Can it still be looked into fairly?"
      rows={3}
    />
  </>
)
export const ConcernFields = (of: Seen) => (
  <>
    <Select name="actor" label="Who?" none="Choose" options={people(of)} />
    <Choice
      name="part"
      label="What was their part?"
      ways={[
        { value: 'complained-of', label: 'They are complained of: nothing of the handling is theirs' },
        { value: 'decided', label: 'They decided what it is about: they do not sign the answer' },
      ]}
    />
  </>
)
export const PlanFields = (of: Seen) => (
  <>
    <TextArea
      name="points"
      label="The points, each on a line of its own"
      hint={
        (of.one?.points.length ?? 0) === 0
          ? 'As you agreed them. Each gets an answer.'
          : 'Those there are stay. Add new ones only.'
      }
      rows={4}
    />
    <TextArea name="how" label="How is it looked into?" rows={3} />
    <Select name="handler" label="Who looks into it?" none="Choose" options={people(of)} />
    <DayField name="answerBy" label="By when do they get the answer?" />
    <Choice
      name="lead"
      label="Who leads?"
      hint="A complaint about the NHS and a council gets one answer. One of them leads."
      ways={[
        { value: 'nhs', label: 'The NHS board' },
        { value: 'council', label: 'The council' },
      ]}
    />
    <Choice name="agreed" label="Did they agree to this?" ways={waysOf(agreedWays, agreedSays)} />
  </>
)
export const NoteFields = () => (
  <TextArea name="words" label="The note" hint="Working notes are seen by staff only." rows={6} />
)
export const DelayFields = () => (
  <>
    <TextArea name="because" label="Why does it take longer?" hint="They read this in the letter." rows={4} />
    <DayField name="answerBy" label="The new day for the answer" />
  </>
)

export const KeptFields = ({ one }: Seen, number: number) => (
  <>
    <p>
      <bdi>{one?.promises.find(each => each.number === number)?.what ?? ''}</bdi>
    </p>
    <DayField name="on" label="Which day was it done?" />
    <TextArea name="evidence" label="What shows that it is done?" rows={3} />
  </>
)
export const WithdrawFields = () => (
  <TextArea name="because" label="Is there something we should know? (optional)" rows={3} />
)
export const ReopenFields = () => <TextArea name="because" label="What is still wrong, or new?" rows={4} />
export const OmbudsmanFields = () => (
  <>
    <Choice
      name="what"
      label="What happened?"
      ways={[
        { value: 'went', label: 'The ombudsman was asked' },
        { value: 'decided', label: 'The ombudsman has decided' },
      ]}
    />
    <DayField name="on" label="Which day?" />
    <TextArea name="says" label="What was asked, or decided?" rows={3} />
    <TextArea name="asks" label="What do they ask us to do? (optional)" rows={3} />
    <TextArea name="atOnceBecause" label="If there is no answer yet: why at once?" rows={2} />
  </>
)
