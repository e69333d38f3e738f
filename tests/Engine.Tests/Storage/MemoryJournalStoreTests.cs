using Gongtui.Engine.Storage;

namespace Gongtui.Engine.Tests.Storage;

public sealed class MemoryJournalStoreTests : JournalStoreCompliance
{
    protected override Task<IJournalStore> OpenAsync() => Task.FromResult<IJournalStore>(new MemoryJournalStore());

    /// <summary>It lasts as long as the process.</summary>
    protected override Task<IJournalStore> ReopenAsync(IJournalStore open) => Task.FromResult(open);
}
