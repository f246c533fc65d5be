import { fakeBrowser } from 'wxt/testing/fake-browser'
import { i18n } from './stand-in.ts'

Object.assign(fakeBrowser, { i18n })
