/** Frequent given names of many languages, folded: with another capital word after them they read as a person. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abel abraham adam adel aditya adrian agnes agung agus ahmad ahmed aisha ajay akira akiko alan albert alberto alejandra alejandro alessandro
  alex alexander alexandra alexei alexey alfonso alfred alfredo ali alice alicia alison amanda amin amir amit amy ana anastasia andrea andreas andrei andres andrew andrey andy
  angela angelo anil anita anja ann anna anne annette antoine anton antonio anthony ari arif arjun armando arne arnold arthur arturo arun ashok astrid
  audrey axel ayesha barbara beatriz behrouz ben benjamin bernard bernd bernardo bert bill björn bjorn bob boris brad brandon brenda brian brigitte bruce bruno budi
  camilla carl carla carlo carlos carmen carol carolina caroline catherine cecilia cedric celine cesar charles charlotte chen chris christian christina christine
  christoph christophe christopher claire clara claudia claudio colin craig cristina cynthia dagmar dan dana daniel daniela daniele danny dario darren dave david dean deborah
  denis dennis derek dewi diana diane diego dieter dietmar dimitri dirk dmitry dominic dominique don donald dorothy douglas duncan dwi dylan eddy edgar edith eduardo
  edward edwin ekaterina eko elena eleni elisa elizabeth ella ellen emil emily emma emmanuel enrique eric erica erik erika ernest ernesto erwin esteban esther eugene eva evelyn
  fabian fabio faisal farah farid fatima federico felipe felix ferdinand fernanda fernando fiona florian frances francesca francesco francis francisco franck francois frank franz fred
  frederic frederick fredrik friedrich gabriel gabriela gareth gary gavin geoffrey george georg georgios gerald gerard gerardo gerd gianluca gilbert giovanni giulia giuseppe
  glenn gordon graham grace greg gregor gregory guido guillaume guillermo gunter gustav gustavo hadi hamid hannah hans harald haris harold harry haruki hasan
  hassan heather hector heidi heiko heinrich heinz helen helena helene helmut hendrik henri henrik henry herbert hermann hernan hideo hilary hiroko hiroshi holger horst howard
  hubert hugh hugo hussein ian ibrahim ida ignacio igor ilse indra ines ingrid irene irina iris isabel isabelle ivan jack jacob jacqueline jacques jaime jake jakob
  james jamie jan jane janet jason jasper javier jay jean jeff jeffrey jennifer jens jeremy jerome jerry jesper jessica jesus jill jim joachim joan joao joaquin
  joe joel johan johanna johannes john jon jonas jonathan jorg jorge jose josef joseph joshua joyce juan judith julia julian julie julien jun jurgen justin jyoti kai
  karen karim karin karl karsten kate katharina katherine kathleen katie katrin kazuo keiko keith kelly ken kenji kenneth kerstin kevin khalid kim kimberly klaus koji komang krishna
  kristian kristina kurt kyle lakshmi lars laszlo laura lauren laurent lawrence leah lee lena lennart leo leon leonardo leslie lewis liam liliana linda lisa lorena lorenzo louis
  louise luc luca lucas lucia lucy luigi luis luisa luiz lukas lydia made magnus mahdi mahmoud manfred manoj manuel mara marc marcel marcelo marco marcos marcus margaret maria
  mariana marie mario marion mark markus marta martha martin martina mary masahiro masato mateo mathias matt matteo matthew matthias maurice mauricio maurizio max maximilian
  megan mehdi mehmet melanie melissa michael michal michel michele michelle miguel mika mike mikael mikhail milan minh miriam mitchell mohamed mohammad mohammed monica monika
  muhammad murat mustafa nadia nancy natalia natalie natasha neil nelson nicholas nick nicola nicolas nicole nigel nikolai nils nina noah noor nora norbert nur octavio
  oleg oliver olivia olivier omar oscar oskar osman otto pablo pamela paola paolo pascal patricia patrick paul paula paulo pavel pedro per peter petra phil philip philippe phillip
  pierre piotr prakash priya putra rachel rafael rahul rainer raj rajesh rajiv ralf ralph ramesh ramon raul ravi raymond rebecca reinhard rene renata ricardo richard rick rita
  rob robert roberto robin rodrigo roger roland rolf roman ron ronald rosa ross roy ruben rudolf rupert russell ruth ryan sabine sabrina said sakura salim salma salvador sam samantha
  samir samuel sandra sandy sanjay santiago sara sarah satoshi scott sean sebastian serge sergei sergey sergio setiawan shannon sharon sheila shigeru shinji silvia simon simone siti sofia
  somchai sonia sophia sophie sri stefan stefano steffen stephan stephane stephanie stephen steve steven stuart sunil suresh susan susana susanne suzanne sven svetlana sylvia takashi takeshi tamara tanja
  taro tatiana ted teresa terry tetsuya thanh theo theodore theresa thierry thomas thorsten tim timo timothy tina tobias toby todd tom tomas tomasz tommy toni tony torsten toshio
  tracy tuan ulf ulrich umberto ursula uwe valentina valeria valerie vanessa vera veronica veronika victor victoria vijay viktor vincent vincenzo viola virginia vivian vladimir vo volker
  walter wang warren wayan wayne wendy werner wilhelm will william wolfgang xavier yan yasmin yoko yolanda yoshiko yuki yuri yusuf yvonne zainab zoe oluwaseun chidi kwame kofi amina fatou mamadou
  nguyen tran pham anong apichai arthit bounmy bounthong chanthy dara khamla khamphone khamsay kosal malee niran noppadol phonexay pisey pranee prasert
  ratha samnang siriporn sokha sokhom somphone somsak sophal sophea sopheak sopheap sothea sovann suda surasak thongchai vannak veasna vuthy wanida wichai wichit`
    .split(/\s+/)
    .filter(Boolean),
)
