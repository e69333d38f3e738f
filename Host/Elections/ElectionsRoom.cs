using Gongtui.Host.Inbox;
using Gongtui.Host.Tenure;

namespace Gongtui.Host.Elections;

/// <summary>Registers what the pages of elections, tasks and notices share.</summary>
public static class ElectionsRoom
{
    public static void AddElections(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ElectionBook>();
        services.AddSingleton<NewestRuns>();
        services.AddScoped<ElectionDesk>();
        services.AddScoped<TaskCases>();
        services.AddScoped<FollowUps>();
        services.AddScoped<ITaskFields, VacancyFields>();
        services.AddScoped<DepartureNews>();
        services.AddScoped<ITaskEffect>(provider => provider.GetRequiredService<DepartureNews>());
        services.AddHostedService<DepartureCatchUp>();
    }
}
