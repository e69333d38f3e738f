var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Gongtui");
app.Run();
