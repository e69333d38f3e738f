using Gongtui.Host.Audit.Dossiers;
using Gongtui.Host.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Cluster;

/// <summary>All nodes sign with one key. It is a file, never in the database whose contents it vouches for; the database knows its public half.</summary>
internal sealed class SharedOfficeKey(IDbContextFactory<GongtuiDb> databases, OfficeKey key)
{
    private const string Key = "office-key";

    /// <exception cref="InvalidOperationException">This node has another key, or none.</exception>
    public async Task CheckAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Settings.AsNoTracking().FirstOrDefaultAsync(row => row.Key == Key) is { } known)
        {
            if (key.Exists && known.Value == key.PublicKey) return;
            throw new InvalidOperationException(
                $"本节点的签名钥与其他节点不同或不存在：请把第一个节点的 office-key.pem 安全地复制到 {key.File}，或用 Gongtui__OfficeKey 指向同一个文件，再启动。"
                + $" | This node's signing key is missing or another one than the other nodes': copy the first node's office-key.pem safely to {key.File}, or point Gongtui__OfficeKey to the same file, and start again.");
        }

        db.Settings.Add(new SettingRow { Key = Key, Value = key.PublicKey });
        await db.SaveChangesAsync();
    }
}
