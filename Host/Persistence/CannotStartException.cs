namespace Gongtui.Host.Persistence;

/// <summary>The program does not start on what it found: somebody else works there, or a database is not what it was and working on would make the loss final.
/// The message is for the person at the console, in both languages.</summary>
public sealed class CannotStartException : IOException
{
    public CannotStartException()
    {
    }

    public CannotStartException(string message)
        : base(message)
    {
    }

    public CannotStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="file">Absolute path.</param>
    /// <param name="zh">What is wrong, as the end of a sentence.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="extra">One more way out, when there is one.</param>
    internal static CannotStartException Damaged(string file, string zh, string en, (string Zh, string En)? extra = null)
    {
        var folder = Path.GetDirectoryName(file);
        return new(
            $"公推直选没有启动：{file} {zh}。什么都没有改动。请先把 {folder} 里的 *.db* 文件移到别处保存，再用 Host -- restore 备份文件夹 恢复{extra?.Zh}。"
            + $" | Gongtui did not start: {file} {en}. Nothing was changed. First move the *.db* files of {folder} to a safe place, then restore a backup with Host -- restore FOLDER{extra?.En}.");
    }
}
