using System.CommandLine;
using System.Text;
using Mailroom.Cli.Running;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await MailroomCommand.RunAsync(args, new InvocationConfiguration());
