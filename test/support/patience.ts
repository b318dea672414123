// Stands in front of every component test: what comes sooner is not waited for.
import { configure } from '@testing-library/react';

configure({ asyncUtilTimeout: 10_000 });
