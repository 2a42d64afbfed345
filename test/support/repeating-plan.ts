/** A plan whose annexed table repeats its clauses: one adds a day, the other names another unit. */
export const REPEATING_PLAN = `乌海市2025年农民工工作要点
一、拓宽就业渠道
（一）办好零工驿站。新建零工驿站6个，登记灵活就业人员9000人。（市人社局牵头，市住建局配合）
（二）组织劳务协作。开行返岗包车40趟。（市交通局牵头，市人社局配合）
附件：2025年农民工工作任务分解表
一、拓宽就业渠道
1. 办好零工驿站。（牵头单位：市人社局，配合单位：市住建局，完成时限：10月底）
2. 组织劳务协作。目标：返岗包车40趟。（牵头单位：市交通局，配合单位：市商务局）
`;
