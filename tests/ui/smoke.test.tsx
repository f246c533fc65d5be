import { render } from 'preact'
import { expect, test } from 'vitest'
test('smoke', () => { const d = document.createElement('div'); render(<p>hi</p>, d); expect(d.textContent).toBe('hi'); expect(navigator.userAgent).toContain('Chrome') })
