import { createMemoryStore } from '../../src/memory/memory-store.ts';
import { describeStore } from '../../src/testing/describe-store.ts';

describeStore('memory store', {
  async open() {
    const store = createMemoryStore();
    return { store, dump: async () => store.dump(), close: () => store.close() };
  },
});
