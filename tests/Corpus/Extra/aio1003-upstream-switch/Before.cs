using System;
using System.Threading;

namespace Corpus.Extra.Aio1003UpstreamSwitch.Before;

public static class Upstream
{
    private static string s_host;
    private static int s_port;
    private static int s_generation;

    public static void Switch(string host, int port)
    {
        Volatile.Write(ref s_generation, s_generation + 1);
        s_host = host;
        s_port = port;
    }

    public static Thread StartDialer(Action<string, int> dial, CancellationToken stop)
    {
        var thread = new Thread(() =>
        {
            int last = 0;
            while (!stop.IsCancellationRequested)
            {
                int now = Volatile.Read(ref s_generation);
                if (now == last)
                {
                    Thread.Sleep(10);
                    continue;
                }

                last = now;
                dial(s_host, s_port);
            }
        });
        thread.IsBackground = true;
        thread.Start();
        return thread;
    }
}
