import { openTestStore } from '../../../support/open-test-store.ts'
import { describeDocuments } from '../contract/documents.contract.ts'
import { describeEntities } from '../contract/entities.contract.ts'
import { describeExport } from '../contract/export.contract.ts'
import { describeJudgements } from '../contract/judgements.contract.ts'
import { describeOutbox } from '../contract/outbox.contract.ts'
import { describeProperties } from '../contract/properties.contract.ts'
import { describeStatements } from '../contract/statements.contract.ts'
import { describeTraversal } from '../contract/traversal.contract.ts'
import { describeWithdrawal } from '../contract/withdrawal.contract.ts'

describeDocuments(openTestStore)
describeEntities(openTestStore)
describeStatements(openTestStore)
describeWithdrawal(openTestStore)
describeJudgements(openTestStore)
describeTraversal(openTestStore)
describeOutbox(openTestStore)
describeExport(openTestStore)
describeProperties(openTestStore)
