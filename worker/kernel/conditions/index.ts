export { assertAskable, type Field, type Fields } from "./catalogue";
export { compile } from "./compile";
export { type Condition, type FieldType, fieldsOf, type Operator, operatorsOf } from "../pure/condition";
export { type ConditionRecord, evaluate } from "../pure/evaluate";
export { conditionSchema } from "./schema";
