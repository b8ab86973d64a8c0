using Mailroom.Functions;
using Mailroom.Functions.Api;
using Mailroom.Pipeline;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.Configure<KestrelServerOptions>(o => o.Limits.MaxRequestBodySize = RawMail.HardBound);
builder.Services.AddMailroom(builder.Configuration);
builder.Services.AddHostedService<StorageCreation>();
builder.Build().Run();
