using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gongtui.Mutation;

/// <summary>Writes every mutant of a file into the file, each behind a switch: <c>a &lt; b</c> becomes <c>(Mutants.Is(7) ? a &lt;= b : a &lt; b)</c>.
/// Lines stay where they are. Words, patterns and constants of the compiler are left alone.</summary>
internal sealed class Rewriter(string file, IReadOnlySet<(string File, int Line)> skipped, List<Mutant> mutants) : CSharpSyntaxRewriter
{
    private const string Switch = "global::Gongtui.Activities.Rules.Mutants.Is";

    private static readonly Dictionary<string, string[]> Operators = new()
    {
        ["<"] = ["<=", ">="], ["<="] = ["<", ">"], [">"] = [">=", "<="], [">="] = [">", "<"], ["=="] = ["!="], ["!="] = ["=="],
        ["&&"] = ["||"], ["||"] = ["&&"], ["+"] = ["-"], ["-"] = ["+"], ["*"] = ["/"], ["/"] = ["*"], ["%"] = ["*"], ["|"] = ["&"], ["&"] = ["|"],
        ["+="] = ["-="], ["-="] = ["+="], ["|="] = ["&="], ["&="] = ["|="], ["++"] = ["--"], ["--"] = ["++"],
    };

    private static readonly Dictionary<string, string> Methods = new()
    {
        ["All"] = "Any", ["Any"] = "All", ["Max"] = "Min", ["Min"] = "Max", ["OrderBy"] = "OrderByDescending", ["OrderByDescending"] = "OrderBy",
        ["Take"] = "Skip", ["Skip"] = "Take", ["Union"] = "Except", ["Except"] = "Union", ["Concat"] = "Except", ["First"] = "Last",
        ["AddMonths"] = "AddYears", ["AddDays"] = "AddMonths",
    };

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        if (node.IsKind(SyntaxKind.CoalesceExpression))
        {
            return Either(node, base.VisitBinaryExpression(node)!, $"{node.Right}");
        }

        var others = Operators.GetValueOrDefault(node.OperatorToken.Text, []);
        return Either(node, base.VisitBinaryExpression(node)!, [.. others.Select(other => $"{node.Left} {other} {node.Right}")]);
    }

    public override SyntaxNode? VisitAssignmentExpression(AssignmentExpressionSyntax node) => Operators.TryGetValue(node.OperatorToken.Text, out var others)
        ? Either(node, base.VisitAssignmentExpression(node)!, [.. others.Select(other => $"{node.Left} {other} {node.Right}")])
        : base.VisitAssignmentExpression(node);

    public override SyntaxNode? VisitPostfixUnaryExpression(PostfixUnaryExpressionSyntax node) => Operators.TryGetValue(node.OperatorToken.Text, out var others)
        ? Either(node, base.VisitPostfixUnaryExpression(node)!, [.. others.Select(other => $"{node.Operand}{other}")])
        : base.VisitPostfixUnaryExpression(node);

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) => node.OperatorToken.Text switch
    {
        "!" => Either(node, base.VisitPrefixUnaryExpression(node)!, $"{node.Operand}"),
        "-" => Either(node, base.VisitPrefixUnaryExpression(node)!, $"{node.Operand}"),
        "++" or "--" => Either(node, base.VisitPrefixUnaryExpression(node)!, $"{Operators[node.OperatorToken.Text][0]}{node.Operand}"),
        _ => base.VisitPrefixUnaryExpression(node),
    };

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node) =>
        Either(node, base.VisitConditionalExpression(node)!, $"{node.Condition} ? {node.WhenFalse} : {node.WhenTrue}");

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node) => Either(node, base.VisitIsPatternExpression(node)!, $"!({node})");

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => Either(node, node, "false"),
        SyntaxKind.FalseLiteralExpression => Either(node, node, "true"),
        SyntaxKind.NumericLiteralExpression when node.Token.Value is int number => Either(node, node, $"{number + 1}"),
        SyntaxKind.NumericLiteralExpression when node.Token.Value is long number => Either(node, node, $"{number + 1}L"),
        _ => node,
    };

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node) =>
        node.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access && Methods.TryGetValue(name.Identifier.Text, out var other)
            ? Either(node, base.VisitInvocationExpression(node)!, $"{access.Expression}.{other}{node.ArgumentList}")
            : base.VisitInvocationExpression(node);

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = base.VisitExpressionStatement(node)!;
        var promised = node.Expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: var name } }
            && node.Ancestors().OfType<BaseMethodDeclarationSyntax>().Any(method => method.ParameterList.Parameters.Any(
                parameter => parameter.Identifier.Text == name && parameter.Modifiers.Any(SyntaxKind.OutKeyword)));
        return !promised && node.Expression is (InvocationExpressionSyntax or AssignmentExpressionSyntax) && Add(node, $"{node}", ";") is { } id
            ? SyntaxFactory.ParseStatement($"if (!{Switch}({id})) {{ {visited.ToString()} }}").WithTriviaFrom(node)
            : visited;
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var visited = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return Add(node.Condition, $"if ({node.Condition})", $"if (!({node.Condition}))") is { } id
            ? visited.WithCondition(SyntaxFactory.ParseExpression($"{Switch}({id}) ? !({OneLine(node.Condition.ToString())}) : ({visited.Condition.ToString()})"))
            : visited;
    }

    // What the compiler must know, and what only people read.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitEqualsValueClause(EqualsValueClauseSyntax node) =>
        node.Parent is ParameterSyntax or EnumMemberDeclarationSyntax ? node : base.VisitEqualsValueClause(node);

    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    private SyntaxNode Either(ExpressionSyntax node, SyntaxNode visited, params string[] others)
    {
        var text = visited.ToString();
        var changed = false;
        foreach (var other in others)
        {
            if (Add(node, $"{node}", other) is { } id)
            {
                text = $"({Switch}({id}) ? {OneLine(other)} : {text})";
                changed = true;
            }
        }

        if (!changed)
        {
            return visited;
        }

        // A statement must stay one: a conditional expression is none.
        var expression = node.Parent is ExpressionStatementSyntax or ForStatementSyntax ? $"_ = {text}" : text;
        return SyntaxFactory.ParseExpression(expression).WithTriviaFrom(node);
    }

    /// <returns>The mutant's number, or null where none can stand.</returns>
    private int? Add(SyntaxNode node, string original, string changed)
    {
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var declares = node.DescendantNodesAndSelf().Any(child => child is SingleVariableDesignationSyntax or ParenthesizedVariableDesignationSyntax);
        if (declares || changed.Contains("//", StringComparison.Ordinal) || skipped.Contains((file, line)))
        {
            return null;
        }

        var isStatic = node.Ancestors().Any(parent =>
            (parent is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.StaticKeyword))
            || (parent is PropertyDeclarationSyntax { Initializer: not null } property && property.Modifiers.Any(SyntaxKind.StaticKeyword)))
            || file.EndsWith("RulePacks.cs", StringComparison.Ordinal);
        mutants.Add(new(mutants.Count + 1, file, line, OneLine(original), OneLine(changed), isStatic));
        return mutants.Count;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim()));
}
