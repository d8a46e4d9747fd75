import { addDays, type PlainDate, plainDate } from '../kernel/days.ts'
import { choice, day, form, optionalText, text } from '../platform/forms.ts'
import { joiningWays } from './rules/joining.ts'

/** Who leads and how money is held; `bodies` are the ids of those that carry a part. */
export const joiningForm = (today: PlainDate, bodies: readonly string[]) =>
  form({
    way: choice(joiningWays, 'Choose how the bodies hold their money'),
    under: optionalText({ most: 200, called: 'The name of the agreement' }),
    lead: choice(bodies, 'Choose which body leads'),
    from: day({
      missing: 'Enter the day from which it holds',
      called: 'The first day',
      from: plainDate('2013-04-01'),
      until: addDays(today, 366),
      tooLate: 'The first day must be within a year',
    }),
    because: text({ missing: 'Say why', most: 500, called: 'Why' }),
  })
