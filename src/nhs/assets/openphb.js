// Starts the NHS components. Every page works without this file; it only makes some things quicker to use.
import { initAll } from './nhsuk-frontend.min.js'

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
initAll()
