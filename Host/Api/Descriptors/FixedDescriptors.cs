using Gongtui.Host.Shell;

namespace Gongtui.Host.Api.Descriptors;

/// <summary>Descriptors that follow from what the kernel is, not from its activities.</summary>
internal static class FixedDescriptors
{
    /// <summary>JavaScript stands first: the editor takes the first one for the cases of a switch.</summary>
    public static object Expressions { get; } = new
    {
        items = new[]
        {
            Expression("JavaScript", "JavaScript", true, "javascript"),
            Expression("Variable", "Variable", true, null),
            Expression("Input", "Input", true, null),
            Expression("Literal", "Literal", false, null),
            Expression("Object", "Object", false, "json"),
        },
        count = 5,
    };

    private static readonly (string Type, string Zh, string En)[] Types =
    [
        ("Object", "任意值", "Anything"),
        ("String", "文字", "Text"),
        ("Boolean", "是或否", "True or false"),
        ("Int32", "整数", "Whole number"),
        ("Int64", "大整数", "Large whole number"),
        ("Double", "小数", "Number"),
        ("Decimal", "十进制数", "Decimal number"),
        ("DateTimeOffset", "日期时间", "Date and time"),
        ("DateOnly", "日期", "Date"),
        ("TimeSpan", "时长", "Length of time"),
        ("Guid", "全局编号", "Unique id"),
        ("ObjectDictionary", "名称和值的对照表", "Names with values"),
    ];

    public static object Variables(Language language) => new
    {
        items = Types.Select(type => new
        {
            typeName = type.Type, displayName = type.Type, category = language.T("基本类型", "Primitives"), description = language.T(type.Zh, type.En),
        }),
    };

    /// <summary>One place, because there is one: what a variable holds is in the journal of its run.</summary>
    public static object StorageDrivers(Language language) => new
    {
        items = new[]
        {
            new
            {
                typeName = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core",
                displayName = language.T("选举记录", "Workflow instance"), priority = 5d, deprecated = false,
            },
        },
    };

    public static object Activation(Language language) => Strategies(
        "Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", language.T("总是允许", "Always"),
        language.T("每次都可以启动新的选举。", "A new run may always be started."));

    public static object Incidents(Language language) => Strategies(
        "ContinueWithIncidentsStrategy", language.T("其他分支继续", "Other branches go on"),
        language.T("出错的环节等人处理，其他分支继续。", "A failed step waits for a person; the other branches go on."));

    public static object LogPersistence(Language language) => Strategies(
        "Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core", language.T("全部记录", "Include"),
        language.T("办理记录保存全部事实，不能关闭。", "The journal keeps every fact; that cannot be switched off."));

    /// <summary>None to choose: every burst is stored before anybody is answered.</summary>
    public static object Commits(Language language) => new { items = Array.Empty<string>(), count = 0 };

    /// <summary>The functions that scripts can call, as the kernel's script engine offers them.</summary>
    public const string ScriptTypes = """
        declare function getVariable(name: VariableName): any;
        declare function setVariable(name: VariableName, value: any): void;
        declare const variables: { [name: string]: any };
        declare function getInput(name: InputName): any;
        declare function getOutputFrom(activity: string, output?: string): any;
        declare function getLastResult(): any;
        declare function getOutcome(activity: string): string;
        declare function getWorkflowDefinitionId(): string;
        declare function getWorkflowDefinitionVersionId(): string;
        declare function getWorkflowDefinitionVersion(): number;
        declare function getWorkflowInstanceId(): string;
        declare function getCorrelationId(): string;
        declare function isNullOrWhiteSpace(value: string): boolean;
        declare function isNullOrEmpty(value: string): boolean;
        declare function toJson(value: any): string;
        declare function newGuid(): string;
        declare function newGuidString(): string;
        declare function newShortGuid(): string;
        declare function stringToBase64(value: string): string;
        declare function stringFromBase64(value: string): string;

        """;

    private static object Expression(string type, string name, bool browsable, string? monaco) => new
    {
        type, displayName = name, isSerializable = true, isBrowsable = browsable,
        properties = monaco is null ? [] : new Dictionary<string, string> { ["MonacoLanguage"] = monaco },
    };

    private static object Strategies(string typeName, string displayName, string description) =>
        new { items = new[] { new { displayName, description, typeName } }, count = 1 };
}
