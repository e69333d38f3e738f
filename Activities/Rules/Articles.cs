namespace Gongtui.Activities.Rules;

/// <summary>Sources of the rules that do not change with the rule pack. A pack's own articles come first: <see cref="RulePack.Article"/>.</summary>
public static class Articles
{
    private const string J20Zh = "《基层组织选举工作条例》(2020)";
    private const string J20En = "Regulations on Elections in Primary Organisations (2020)";

    /// <summary>F2. Equal-number posts; the whole membership electing them directly is the pilot's deviation.</summary>
    public static Article EqualNumber { get; } = new("J20 ~16–18 / R16, R18, seed L9",
        new($"{J20Zh} 第16–18条；公推直选试点做法", $"{J20En}, Art. 16–18; practice of the pilot"), Certainty.Likely, false);

    /// <summary>F3. The 40 % is the pilot's own number and stands in no regulation.</summary>
    public static Article Investigation { get; } = new("seed L9 / F3",
        new("公推直选试点做法（差额考察不少于40%）", "Practice of the pilot (investigation differential of at least 40%)"), Certainty.Sure, true);

    /// <summary>F4. Who may be left out of the due number.</summary>
    public static Article DueNumber { get; } = new("J20 5 / R03–R05; practice / R07",
        new($"{J20Zh} 第5条；组织部门答复（六种情形）", $"{J20En}, Art. 5; practice (six cases)"), Certainty.Sure, true);

    /// <summary>F13. Round two among those elected in round one.</summary>
    public static Article TwoRounds { get; } = new("seed L8 (mode B) / F13",
        new("公推直选试点做法（两轮直选）", "Practice of the pilot (two rounds)"), Certainty.Sure, true);

    /// <summary>F14. One ballot, one vote, tallied separately.</summary>
    public static Article CombinedBallot { get; } = new("seed L8 (mode A) / F14",
        new("公推直选试点做法（一张选票、一次投票、分别计票）", "Practice of the pilot (one ballot, one vote, tallied separately)"), Certainty.Sure, true);

    /// <summary>F15. Ballot without candidates.</summary>
    public static Article OpenBallot { get; } = new("seed L8 (mode C) / F15",
        new("公推直选试点做法（无候选人直接选举）", "Practice of the pilot (direct election without candidates)"), Certainty.Sure, true);

    /// <summary>F16. Recommendation over half, then seats plus the differential in order of votes.</summary>
    public static Article Recommendation { get; } = new("practice / R20",
        new("公推直选地方做法（推荐票过半，按得票取足差额人数）", "Local practice (more than half of the valid forms, then by votes)"), Certainty.Sure, true);

    /// <summary>F16. Participation in the recommendation; the pilot's reported figure.</summary>
    public static Article Participation { get; } = new("seed L6 / F16",
        new("公推直选试点做法（党员参与推荐98%以上）", "Practice of the pilot (98% or more took part in the recommendation)"), Certainty.Sure, true);

    /// <summary>F17. Democratic assessment.</summary>
    public static Article Assessment { get; } = new("practice / R19(2)",
        new("公推直选候选人产生程序（测评参加人数超过4/5，党员、群众分别统计）", "Handbook procedure (more than 4/5 take part; members and masses counted apart)"), Certainty.Sure, true);

    /// <summary>F18. Publicity period.</summary>
    public static Article Publicity { get; } = new("G14 41, G19 ~42 / R26; practice / R19(5)",
        new("《党政领导干部选拔任用工作条例》(2014) 第41条、(2019) 第42条；公推直选做法（3–5个工作日）", "Regulations on Selection of Officials (2014) Art. 41, (2019) Art. 42; practice (3–5 working days)"), Certainty.Sure, false);

    /// <summary>F19. Terms.</summary>
    public static Article Term { get; } = new("RQ 1, J20 3 / R10, R11",
        new($"《关于党的基层组织任期的意见》(2018) 第1条；{J20Zh} 第3条", $"Opinion on Terms (2018), 1; {J20En}, Art. 3"), Certainty.Sure, true);

    /// <summary>F19. Reminder and application.</summary>
    public static Article TermNotices { get; } = new("ZB, J20 ch.5 / R11a, R11b",
        new($"《支部工作条例(试行)》(2018)；{J20Zh} 第五章", $"Regulations on Branches (2018); {J20En}, ch. 5"), Certainty.Likely, false);

    /// <summary>R11c, R11d. Sizes of organisations and teams; a year of membership for a branch's secretary.</summary>
    public static Article TeamSize { get; } = new("ZB; practice / R11c, R11d",
        new("《支部工作条例(试行)》(2018)；组织设置惯例", "Regulations on Branches (2018); practice"), Certainty.Likely, false);

    /// <summary>R11c. Sizes of the committees of general branches and of primary committees: handbooks only, the branch regulation does not speak of them.</summary>
    public static Article LargerTeamSize { get; } = new("practice / R11c",
        new("组织设置惯例（总支委员会、基层委员会人数）", "Practice (committees of general branches and primary committees)"), Certainty.Likely, false);

    /// <summary>R02, R08. Congress of representatives.</summary>
    public static Article Congress { get; } = new("J20 4, 8–11; J90 4, 7–10 / R02, R08",
        new($"{J20Zh} 第4条、第8–11条", $"{J20En}, Art. 4, 8–11"), Certainty.Sure, true);

    /// <summary>R21. How long a recommendation stays valid.</summary>
    public static Article RecommendationValidity { get; } = new("G19 ~14 / R21",
        new("《党政领导干部选拔任用工作条例》(2019) 第14条", "Regulations on Selection of Officials (2019), Art. 14"), Certainty.Likely, false);

    /// <summary>F20. Scrutineers and tellers.</summary>
    public static Article Tellers { get; } = new("J20 22, 23 / R33, R34",
        new($"{J20Zh} 第22、23条", $"{J20En}, Art. 22, 23"), Certainty.Sure, true);

    /// <summary>F20. The optional kin bar, found in rules for village committees only.</summary>
    public static Article KinBar { get; } = new("R34a",
        new("参照村民委员会选举办法（近亲属回避，选用）", "After village committee rules (kin barred, optional)"), Certainty.Sure, true);

    /// <summary>R36. Nobody votes for somebody absent.</summary>
    public static Article NoProxy { get; } = new("J20 24 / R36",
        new($"{J20Zh} 第24条", $"{J20En}, Art. 24"), Certainty.Sure, true);

    /// <summary>F21. Decision of a party committee.</summary>
    public static Article CommitteeDecision { get; } = new("G14 38, G19 ~ / R27",
        new("《党政领导干部选拔任用工作条例》(2014) 第38条", "Regulations on Selection of Officials (2014), Art. 38"), Certainty.Likely, true);

    /// <summary>F22. Published statistics.</summary>
    public static Article Statistics { get; } = new("seed L12 / F22",
        new("试点统计口径（一位小数，四舍五入）", "Statistics of the pilot (one decimal, half up)"), Certainty.Sure, true);
}
