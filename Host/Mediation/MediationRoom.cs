using MediatR;

namespace Gongtui.Host.Mediation;

/// <summary>Registers the mediator with the handlers of this assembly.</summary>
public static class MediationRoom
{
    public static void AddMediation(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<ServiceFactory>(scope => scope.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        // The order of registration is the order of passing: observe what the others refuse, judge before looking inside.
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Observing<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Authorising<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(Checking<,>));
        foreach (var type in typeof(MediationRoom).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        foreach (var contract in type.GetInterfaces().Where(IsHandler))
            services.AddScoped(contract, type);
    }

    private static bool IsHandler(Type contract) =>
        contract.IsGenericType && contract.GetGenericTypeDefinition() is var open
        && (open == typeof(IRequestHandler<,>) || open == typeof(INotificationHandler<>));
}
