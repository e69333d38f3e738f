namespace Gongtui.Host.Tests.Boxes;

/// <summary>Two boxes as the first version of the product stored them: e/1 with three electors, of whom p2 has cast; e/2, sealed, with p1's sheet.</summary>
internal static class FirstBoxTables
{
    /// <param name="number">How the database counts rows up.</param>
    /// <param name="integer">Its type of a number.</param>
    /// <param name="bytes">Its type of bytes.</param>
    /// <param name="hex">Writes bytes that are given in hexadecimal digits.</param>
    public static string Script(string number, string integer, string bytes, Func<string, string> hex) => $"""
        CREATE TABLE box (id {number}, name TEXT NOT NULL UNIQUE, state {integer} NOT NULL, electors {integer} NOT NULL, submitted {integer}, root {bytes});
        CREATE TABLE elector (number {number}, box {integer} NOT NULL, person TEXT NOT NULL, has_cast {integer} NOT NULL, UNIQUE (box, person));
        CREATE TABLE sheet (box {integer} NOT NULL, "key" {bytes} NOT NULL, salt {bytes} NOT NULL, content {bytes} NOT NULL, PRIMARY KEY (box, "key"));
        INSERT INTO box (id, name, state, electors, submitted, root) VALUES (7, 'e/1', 0, 3, NULL, NULL), (8, 'e/2', 2, 2, 1, {hex("ab")});
        INSERT INTO elector (number, box, person, has_cast) VALUES (1, 7, 'p1', 0), (2, 7, 'p2', 1), (3, 7, 'p3', 0), (4, 8, 'p1', 1), (5, 8, 'p2', 0);
        INSERT INTO sheet (box, "key", salt, content) VALUES (7, {hex("0102030405060708090a0b0c0d0e0f10")}, {hex("00")}, {hex("6e6f")}), (8, {hex("cd")}, {hex("00")}, {hex("796573")});
        """;
}
