using Gongtui.Activities;

namespace Gongtui.Host.Audit;

/// <summary>Names of the fields of facts and of the election, as people read them.</summary>
public static class FieldWords
{
    private static readonly Dictionary<string, Text> Words = Table(
        """
        about 对象 about | abstain 弃权 abstained | account 选票账 account | again 再次投票 vote again | against 反对 against | announced 已宣布 announced
        approvals 审批 approvals | approve 赞成 approved | article 依据 rule | assessment 民主测评 assessment | assignees 办理人 for | audience 公告对象 addressed to
        barred 不再列为候选 ruled out | base 过半数的基数 base of the majority | basic 基本称职 basic | basis 依据 basis | body 正文 text | bookmark 等待点 waits at
        box 票箱 box | boxes 票箱 boxes | by 经办 by | byName 姓名 name | candidates 候选人 candidates | certainty 可信度 certainty | channel 渠道 channel
        channels 渠道 channels | checks 核对 checks | choice 选择 choice | claimedBy 签收人 claimed by | comment 说明 comment | commitments 承诺 commitments
        competent 称职 competent | conditions 任职条件 conditions | contests 职务 contests | counted 已计票 counted | counting 计票口径 counting | criterion 条件 criterion
        data 所附材料 data | decision 决定 decision | decisions 决定 decisions | defects 不足 defects | due 应到 due | dueProof 应到依据 proof of the number due
        elected 当选 elected | eligible 有权提交 eligible | eligibleCount 有权提交 eligible | evidence 依据材料 evidence | excellent 优秀 excellent | excluded 回避 excluded
        exclusions 不计入应到 left out | exclusionsYes 赞成不计入 in favour of leaving out | fate 结果 outcome | field 栏目 field | filed 备案号 filing | finding 结论 finding
        findings 考察情况 findings | form 表格 form | from 从 from | ground 事由 ground | grounds 理由 grounds | group 范围 group | hasMajority 过半数 has the majority | holds 成立 holds
        id 编号 id | incompetent 不称职 incompetent | inequality 算式 inequality | invalid 无效 invalid | investigation 组织考察 investigation | isOpen 启用中 open
        issued 发出 issued | kind 类别 kind | label 出处 source | last 截止 last day | lists 名单 lists | mark 区别标记 mark | meetingOn 大会日期 meeting on
        merits 优点 merits | mode 方式 mode | name 名称 name | needed 需要人数 needed | nominees 被推荐人 nominees | notice 公告 notice | notices 公告 notices | number 文号 number
        numberSeen 条号已核 number verified | objection 异议 objection | objections 异议 objections | on 日期 on | open 空缺名额 open seats | outcome 结论 outcome | parameters 参数 parameters
        participation 参与率 participation | passed 合格 passed | passedOn 名额递补 seats passed on | pending 待处理 pending | pendingNames 待处理人选 names pending
        pendingSeats 待处理名额 seats pending | people 人员 people | person 人员 person | place 地点 place | places 名额 places | plan 方案 plan | post 职务 post | posts 职务 posts
        present 实到 present | printed 印制 printed | proof 算式 proof | proofs 算式 proofs | publicity 公示 publicity | qualifications 资格审查 qualifications | quorum 法定人数 quorum
        ratification 批复与备案 ratification | ratified 批复号 ratified | readers 已签收 read by | reason 理由 reason | reasons 理由 reasons | recommendation 公开推荐 recommendation
        refused 不予批复 declined | reports 考察报告 reports | results 结论 results | returned 收回 returned | rights 权利 rights | root 封存校验值 root | round 轮次 round | rule 规则 rule
        runnersUp 未当选 not elected | scrutineers 监票人 scrutineers | seats 名额 seats | sentence 说明 sentence | short 不足 short | shortlist 预备人选 shortlist | speakers 已演说 speakers
        speeches 演说 speeches | spoiled 作废 spoiled | stands 有效 stands | step 环节 step | strokes 姓氏笔画 strokes | subject 事项 subject | submitted 票箱内 in the box
        suitable 适合 suitable | taken 入选 taken | task 待办 task | taskCounts 待办数 tasks so far | tasks 待办 tasks | team 考察组 team | tellers 计票人 tellers | text 内容 text
        tied 票数相等 tied | tiedSeats 相等所争名额 seats tied for | tieRounds 平票投票次数 votes among the tied | title 标题 title | to 递补 to | unit 单位 unit | unused 剩余 unused | upheld 成立 upheld
        vacant 暂缺 vacant | valid 有效 valid | version 稿次 version | vote 表决 vote | voted 投票人数 voted | votes 得票 votes | voting 直接选举 direct election
        among 限于 among | ties 同票 ties | tiedPlaces 相等所争人数 places tied for | commitment 承诺 commitment | electedOn 当选日期 elected on | ends 任期届满 term ends | exit 退出 exit | holdBy 补选期限 by-election by | incumbents 继续任职 staying in office
        kept 已兑现 kept | late 逾期 late | left 已退出 left | level 等次 level | opinion 评语 opinion | origin 承接 follows | promises 竞职承诺 promises | reported 已报告 reported
        result 履行情况 what was done | reviews 考评次数 reviews | since 任职自 since | term 任期 term | vacancy 空缺 vacancy | what 事项 what
        adopted 通过 adopted | ages 年龄 ages | byCommittee 由委员会表决 by the committee | for 赞成 for | rules 选举办法 election rules | years 周岁 years
        override 特批 override | asked 请求 asked for | approved 同意 approved | declined 不同意 declined | published 已发布 published | lapsed 已落空 lapsed | procedure 程序 procedure
        versionId 版本编号 version id | hash 内容校验值 hash of the text | node 环节 step | message 内容 message
        withdrawn 退出 withdrawn | workingDays 工作日 working days | yes 同意 in favour
        """);

    /// <summary>The word for a field; the field's own name when there is none.</summary>
    public static Text Of(string field) => Words.GetValueOrDefault(field) ?? new(field, field);

    private static Dictionary<string, Text> Table(string table) => table
        .Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', 3))
        .ToDictionary(words => words[0], words => new Text(words[1], words[2]), StringComparer.Ordinal);
}
