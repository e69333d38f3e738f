namespace Gongtui.Host.Boxes;

/// <summary>Registers the ballot boxes.</summary>
public static class BoxesRoom
{
    public static void AddBoxes(this WebApplicationBuilder builder)
    {
    }
}
