import { defineConfig } from 'wxt'

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  manifest: {
    name: 'Paperboy',
    permissions: ['storage', 'alarms', 'unlimitedStorage'],
    host_permissions: ['https://huggingface.co/*'],
    browser_specific_settings: { gecko: { id: 'paperboy@paperboy.example', strict_min_version: '140.0' } },
  },
})
