using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Storage;
using PartnershipBot.Playground;
using PartnershipBot.Storage;
using PartnershipBot.Web;
using PartnershipBot.Web.Commands;
using PartnershipBot.Web.Door;
using PartnershipBot.Web.Pages;
using PartnershipBot.Web.Slack;
using PartnershipBot.Web.Teams;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);

builder.Services.AddSingleton(TimeProvider.System);
var playground = builder.WantsPlayground();
if (playground) builder.AddPlayground();

builder.Services.AddStorage(builder.Configuration);
builder.Services.AddSecrets(builder.Configuration);
builder.Services.AddBot(builder.Configuration);
builder.Services.AddSlack(builder.Configuration, TimeProvider.System);
builder.Services.AddTeams(builder.Configuration);
builder.Services.AddDoor();
builder.Services.AddPages();
builder.Services.AddSingleton<PackFolder>();
builder.Services.AddSingleton<IdentityKeyCheck>();
builder.Services.AddHostedService<Worker>();

var app = builder.Build();
if (args is [VerifySealed.Name, ..])
    return await VerifySealed.RunAsync(RawReads.Of(app.Services.GetRequiredService<Tables>()), app.Services.GetRequiredService<KeyRing>(), Console.Out, CancellationToken.None);

app.UseStaticFiles();
app.MapSlack();
app.MapTeams();
app.MapDoor();
app.MapPages();
if (playground)
{
    // The playground's clock stops wherever something is due.
    var (index, pump, clock) = (app.Services.GetRequiredService<DueIndex>(), app.Services.GetRequiredService<Pump>(), app.Services.GetRequiredService<TimeProvider>());
    app.MapPlayground(new PlaygroundHooks(cancel => index.NextAsync(clock.GetUtcNow(), cancel), pump.SettleAsync));
}

if (!await StartUp.IsSoundAsync(app.Services, app.Logger, CancellationToken.None)) return 1;
app.Run();
return 0;
