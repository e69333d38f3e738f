using System.Xml.Linq;
using Gongtui.Host.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Gongtui.Host.Setup;

/// <summary>The keys that sign sessions and forms, in a server database: every process on it accepts what another one has signed.</summary>
internal sealed class KeyShelf(IDbContextFactory<GongtuiDb> databases) : IXmlRepository
{
    private const string Shelf = "data-protection/";

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Settings.AsNoTracking().Where(row => row.Key.StartsWith(Shelf)).Select(row => row.Value).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.Settings.Add(new SettingRow { Key = $"{Shelf}{Guid.NewGuid():N}", Value = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
