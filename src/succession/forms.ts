import { choice, day, form, text } from '../platform/forms.ts'

const because = text({ missing: 'Say why', most: 500 })

export const orderForm = form({
  because,
  reach: text({ missing: 'Say whom families reach', most: 200 }),
})

/** Where somebody belongs: one of those that follow, with a reason. */
export const placingForm = (codes: readonly string[]) => form({ to: choice(codes, 'Choose a body'), because })

export const figuresForm = form({ day: day({ missing: 'Enter a day', called: 'The day' }) })
