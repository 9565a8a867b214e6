import { openTestStore } from '../../../support/open-test-store.ts'
import { describeDocuments } from '../contract/documents.contract.ts'

describeDocuments(openTestStore)
