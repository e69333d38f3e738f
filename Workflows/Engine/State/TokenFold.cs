using Gongtui.Engine.Journal;

namespace Gongtui.Engine.State;

/// <summary>Applies token changes to the tokens of one flowchart.</summary>
internal static class TokenFold
{
    public static void Apply(List<Token> tokens, IReadOnlyList<TokenChange> changes)
    {
        foreach (var change in changes)
            Apply(tokens, change);
    }

    private static void Apply(List<Token> tokens, TokenChange change)
    {
        switch (change.Action)
        {
            case TokenAction.Emit:
                tokens.Add(new Token(change.From, change.Port, change.To, blocked: false));
                break;
            case TokenAction.Block:
                tokens.Add(new Token(change.From, change.Port, change.To, blocked: true));
                break;
            case TokenAction.Use:
                tokens.RemoveAll(t => t.To == change.To && (t.IsFree || t.Consumed));
                break;
            case TokenAction.Unblock:
                tokens.Find(t => t.Blocked && t.From == change.From && t.Port == change.Port && t.To == change.To)?.Consumed = true;
                break;
            case TokenAction.Withdraw:
                tokens.RemoveAll(t => t.From == change.To || t.To == change.To);
                break;
            default:
                throw new JournalException($"Unknown token action {change.Action}.");
        }
    }
}
